/* python.exe and pythonw.exe inside a virtual environment: start the program of the same name in the folder that
   pyvenv.cfg names, as our own process' child, which finds the environment by the variable __PYVENV_LAUNCHER__. As
   python.org's launcher does, they put that program's path first in its command line: from there Python knows what to
   start when it needs another process whose handles are to be its child's, not this one's. */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

#define LENGTH 32768

static wchar_t own[LENGTH], line[LENGTH], program[LENGTH], command[LENGTH];

static int read_home(const wchar_t *settings, const wchar_t *name)
{
    FILE *file = _wfopen(settings, L"rt, ccs=UTF-8");
    int found = 0;
    while (file && !found && fgetws(line, LENGTH, file)) {
        wchar_t *value = wcsstr(line, L" = ");
        if (!value || wcsncmp(line, L"home ", 5))
            continue;
        value += 3;
        value[wcscspn(value, L"\r\n")] = 0;
        found = _snwprintf(program, LENGTH, L"%ls\\%ls", value, name) > 0;
    }
    if (file)
        fclose(file);
    return found;
}

static const wchar_t *arguments(void)
{
    const wchar_t *rest = GetCommandLineW();
    int quoted = 0;
    for (; *rest && (quoted || (*rest != L' ' && *rest != L'\t')); rest++)
        quoted ^= *rest == L'"';
    return rest;
}

int wmain(void)
{
    GetModuleFileNameW(NULL, own, LENGTH);
    wcscpy(command, own);
    for (int folders = 0; folders < 2; folders++)
        *wcsrchr(command, L'\\') = 0;
    wcscat(command, L"\\pyvenv.cfg");
    if (!read_home(command, wcsrchr(own, L'\\') + 1))
        return 121;
    SetEnvironmentVariableW(L"__PYVENV_LAUNCHER__", own);
    if (_snwprintf(command, LENGTH, L"\"%ls\"%ls", program, arguments()) < 0)
        return 123;

    STARTUPINFOW start;
    PROCESS_INFORMATION child;
    DWORD status = 122;
    GetStartupInfoW(&start);
    if (!CreateProcessW(program, command, NULL, NULL, TRUE, 0, NULL, NULL, &start, &child))
        return 122;
    WaitForSingleObject(child.hProcess, INFINITE);
    GetExitCodeProcess(child.hProcess, &status);
    return (int)status;
}
