/* python.exe and pythonw.exe: everything they do is in the DLL of Windows' own Python, which is loaded by name. */
#include <windows.h>
#include "complex_math.h"

#ifndef PYTHON_DLL
#error "say -DPYTHON_DLL=L\"python311.dll\""
#endif

typedef int (*PyMain)(int, wchar_t **);

int wmain(int count, wchar_t **arguments)
{
    add_complex_functions();
    HMODULE python = LoadLibraryW(PYTHON_DLL);
    PyMain run = python ? (PyMain)(void *)GetProcAddress(python, "Py_Main") : NULL;
    return run ? run(count, arguments) : 120;
}
