/* The python.exe inside a virtual environment: starts the Python that pyvenv.cfg names, as our own process' child.
   Python finds the environment by the variable __PYVENV_LAUNCHER__. */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

#define LENGTH 32768

static wchar_t own[LENGTH], line[LENGTH], program[LENGTH], command[LENGTH];

static int read_home(const wchar_t *settings)
{
    FILE *file = _wfopen(settings, L"rt, ccs=UTF-8");
    int found = 0;
    while (file && !found && fgetws(line, LENGTH, file)) {
        wchar_t *value = wcsstr(line, L" = ");
        if (!value || wcsncmp(line, L"home ", 5))
            continue;
        value += 3;
        value[wcscspn(value, L"\r\n")] = 0;
        found = _snwprintf(program, LENGTH, L"%ls\\python.exe", value) > 0;
    }
    if (file)
        fclose(file);
    return found;
}

int wmain(void)
{
    GetModuleFileNameW(NULL, own, LENGTH);
    wcscpy(command, own);
    for (int folders = 0; folders < 2; folders++)
        *wcsrchr(command, L'\\') = 0;
    wcscat(command, L"\\pyvenv.cfg");
    if (!read_home(command))
        return 121;
    SetEnvironmentVariableW(L"__PYVENV_LAUNCHER__", own);
    wcscpy(command, GetCommandLineW());

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
