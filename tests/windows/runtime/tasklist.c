/* Wine's tasklist says nothing. This one answers `tasklist /FI "IMAGENAME eq NAME"` in the lines that Windows' does. */
#include <stdio.h>
#include <windows.h>
#include <tlhelp32.h>

int wmain(int count, wchar_t **arguments)
{
    const wchar_t *name = count > 2 ? wcsstr(arguments[2], L"eq ") : NULL;
    HANDLE processes = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    PROCESSENTRY32W each = { .dwSize = sizeof each };
    wprintf(L"\nImage Name                     PID Session Name        Session#    Mem Usage\n");
    wprintf(L"========================= ======== ================ =========== ============\n");
    for (BOOL more = Process32FirstW(processes, &each); more; more = Process32NextW(processes, &each))
        if (!name || !_wcsicmp(each.szExeFile, name + 3))
            wprintf(L"%-25ls %8lu Console                    1     10,000 K\n", each.szExeFile, each.th32ProcessID);
    return 0;
}
