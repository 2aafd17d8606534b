@echo off
rem xl_apa @VERSION@: installs program and Excel add-in for the Windows user who runs this.
rem From this folder alone; no internet, no administrator. May be run again, and then repairs or updates.
rem   install.bat         waits for a key at the end
rem   install.bat /quiet  does not
rem No path ever stands inside a block in ( ): a bracket in the name of a folder would end the block.
setlocal EnableExtensions DisableDelayedExpansion

rem Settings of another Python or pip on this PC must not reach in, and no launcher may start to download.
set "PYTHONHOME="
set "PYTHONPATH="
set "PYTHONNOUSERSITE=1"
rem The log names this folder in whatever letters it has; a file has the old code page unless it is told otherwise.
set "PYTHONIOENCODING=utf-8"
set "PIP_CONFIG_FILE=nul"
set "PIP_FIND_LINKS="
set "PYLAUNCHER_ALLOW_INSTALL="
set "PYTHON_MANAGER_AUTOMATIC_INSTALL=false"

set "STATUS=2"
set "QUIET=%~1"
if not defined LOCALAPPDATA goto no_profile
set "PLACE=%LOCALAPPDATA%\xl_apa"
set "VENV=%PLACE%\venv"
set "VENV_PYTHON=%VENV%\Scripts\python.exe"
set "LOG=%PLACE%\install.log"
set "SUITS=import sys, sysconfig; sys.exit(not (sys.version_info[:2] in @PAIRS@ and sysconfig.get_platform() == 'win-amd64' and 'windowsapps' not in sys.base_prefix.lower()))"

rem pushd also gives a network folder a drive letter.
pushd "%~dp0"
if errorlevel 1 goto no_folder
if not exist "%PLACE%\" mkdir "%PLACE%"
if not exist "%PLACE%\" goto no_write
echo xl_apa @VERSION@ > "%LOG%"
if errorlevel 1 goto no_write

echo.
echo @installer-start@
echo.

echo [1 of 5] @installer-find-python@
call :find_python
if defined PY goto python_found
set "SETUP="
for %%V in (@PYTHONS@) do call :find_setup %%V
if not defined SETUP goto no_python
echo          @installer-install-python@
start "" /wait "%SETUP%" /quiet InstallAllUsers=0 PrependPath=0 Include_launcher=0 InstallLauncherAllUsers=0 Include_test=0 Shortcuts=0
call :find_python
if not defined PY goto no_python
:python_found

echo [2 of 5] @installer-check-files@
"%PY%" %PY_VERSION% "check.py"
if errorlevel 1 goto broken_files

echo [3 of 5] @installer-prepare@
if not exist "%VENV_PYTHON%" goto make_place
"%VENV_PYTHON%" -c "%SUITS%" >> "%LOG%" 2>&1
if not errorlevel 1 goto place_ready
:make_place
"%PY%" %PY_VERSION% -m venv --clear "%VENV%" >> "%LOG%" 2>&1
if errorlevel 1 goto no_place
:place_ready

echo [4 of 5] @installer-install@
"%VENV_PYTHON%" -m pip install --disable-pip-version-check --no-index --find-links "wheels" --upgrade "@PACKAGE@" >> "%LOG%" 2>&1
if errorlevel 1 goto no_program
rem Once more without its needs: a corrected xl_apa may carry the same version number.
"%VENV_PYTHON%" -m pip install --disable-pip-version-check --no-index --find-links "wheels" --no-deps --force-reinstall "xl_apa" >> "%LOG%" 2>&1
if errorlevel 1 goto no_program

echo [5 of 5] @installer-addin@
"%VENV_PYTHON%" -m xl_apa addin install
if errorlevel 1 goto no_addin

echo.
echo @installer-doctor@
"%VENV_PYTHON%" -m xl_apa doctor
echo.
echo @installer-done@
echo @installer-help@
echo @installer-remove@ "%VENV%\Scripts\xl-apa.exe" addin remove
set "STATUS=0"
goto end

:find_python
set "PY="
set "PY_VERSION="
for %%V in (@PYTHONS@) do call :try_launcher %%V
for %%V in (@FOLDERS@) do call :try_folder %%V
if not defined PY call :try_path
exit /b 0

:try_launcher
if defined PY exit /b 0
"py" -%1 -c "%SUITS%" >nul 2>nul
if errorlevel 1 exit /b 0
set "PY=py"
set "PY_VERSION=-%1"
exit /b 0

:try_folder
if defined PY exit /b 0
set "CANDIDATE=%LOCALAPPDATA%\Programs\Python\Python%1\python.exe"
call :try_candidate
if defined PY exit /b 0
set "CANDIDATE=%ProgramFiles%\Python%1\python.exe"
call :try_candidate
exit /b 0

:find_setup
if defined SETUP exit /b 0
for %%F in (python-%1.*-amd64.exe) do set "SETUP=%%F"
exit /b 0

:try_path
set "CANDIDATE=python"
"%CANDIDATE%" -c "%SUITS%" >nul 2>nul
if not errorlevel 1 set "PY=%CANDIDATE%"
exit /b 0

:try_candidate
if not exist "%CANDIDATE%" exit /b 0
"%CANDIDATE%" -c "%SUITS%" >nul 2>nul
if not errorlevel 1 set "PY=%CANDIDATE%"
exit /b 0

:no_profile
echo @installer-no-profile@
goto end

:no_folder
echo @installer-no-folder@
goto end

:no_write
echo @installer-no-write@
echo   "%PLACE%"
echo @installer-ask-for-right@
goto end

:no_python
echo @installer-no-python@
echo @installer-no-store-python@
echo @installer-add-python@
goto end

:broken_files
echo @installer-broken-files@
goto end

:no_place
echo @installer-no-place@
goto show_log

:no_program
echo @installer-no-program@
goto show_log

:no_addin
echo @installer-no-addin@
goto end

:show_log
echo @installer-send-log@
echo   "%LOG%"
goto end

:end
popd
echo.
if /i not "%QUIET%"=="/quiet" pause
exit /b %STATUS%
