@echo off
rem Starts Smoke Runner on Windows: finds Java and starts the jar. As bin/smoke does on other systems, it takes SMOKE_JAVA,
rem JAVA_HOME, or the newest Java that is installed, 17 or newer, and says which with -v.
rem No path stands within brackets, which those of "Program Files (x86)" would close.
setlocal EnableExtensions DisableDelayedExpansion

for %%i in ("%~dp0..") do set "SMOKE_HOME=%%~fi"
set "SMOKE_JAR=%SMOKE_HOME%\lib\smoke-runner.jar"
if not exist "%SMOKE_JAR%" goto incomplete

set "SMOKE_FOUND="
set "SMOKE_FEATURE="
if not defined SMOKE_JAVA goto java_home
set "SMOKE_WHY=SMOKE_JAVA names it"
set "SMOKE_FOUND=%SMOKE_JAVA%"
if exist "%SMOKE_JAVA%\bin\java.exe" set "SMOKE_FOUND=%SMOKE_JAVA%\bin\java.exe"
if not exist "%SMOKE_FOUND%" goto refused
call :read "%SMOKE_JAVA%"
if not defined SMOKE_FEATURE goto found
if %SMOKE_FEATURE% LSS 17 goto refused
goto found

:java_home
if not defined JAVA_HOME goto search
if not exist "%JAVA_HOME%\bin\java.exe" goto search
set "SMOKE_WHY=JAVA_HOME names it"
set "SMOKE_FOUND=%JAVA_HOME%\bin\java.exe"
call :read "%JAVA_HOME%"
if not defined SMOKE_FEATURE goto found
if %SMOKE_FEATURE% GEQ 17 goto found
echo smoke: JAVA_HOME is Java %SMOKE_FEATURE%, which is too old: looking for 17 or newer 1>&2

:search
set "SMOKE_WHY=the newest found"
set "SMOKE_FOUND="
set "SMOKE_BEST=16"
for %%v in (Java "Eclipse Adoptium" Microsoft Zulu "Amazon Corretto" BellSoft SapMachine Semeru) do (
  for /d %%d in ("%ProgramFiles%\%%~v\*") do call :consider "%%~fd"
)
for /d %%d in ("%LOCALAPPDATA%\Programs\Eclipse Adoptium\*") do call :consider "%%~fd"
for /d %%d in ("%USERPROFILE%\.jdks\*") do call :consider "%%~fd"
for /d %%d in ("%USERPROFILE%\scoop\apps\*jdk*") do call :consider "%%~fd\current"
if defined SMOKE_FOUND goto found
set "SMOKE_WHY=it is on PATH"
for %%j in (java.exe) do set "SMOKE_FOUND=%%~$PATH:j"
if defined SMOKE_FOUND goto found
echo smoke: no Java found: expected JAVA_HOME or SMOKE_JAVA to point to Java 17 or newer, or java on PATH. 1>&2
exit /b 2

:refused
echo smoke: SMOKE_JAVA: expected a java program or the folder of a JDK or JRE, 17 or newer; got "%SMOKE_JAVA%" 1>&2
exit /b 2

:incomplete
echo smoke: "%SMOKE_JAR%" is missing: unpack the whole archive. 1>&2
exit /b 2

rem Arguments are looked at one by one, within quotes, so that an ampersand in a URL starts nothing.
:found
if "%~1"=="-v" goto tell
if "%~1"=="--verbose" goto tell
if "%~1"=="" goto start
shift /1
goto found

:tell
echo smoke: "%SMOKE_FOUND%": %SMOKE_WHY% 1>&2

rem All arguments as they came: shift leaves them so.
:start
"%SMOKE_FOUND%" -Djdk.console=java.base -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable %SMOKE_JAVA_OPTS% -jar "%SMOKE_JAR%" %*
exit /b %ERRORLEVEL%

rem Takes the Java in a folder where it is newer than what was found.
:consider
if not exist "%~1\bin\java.exe" exit /b 0
call :read "%~1"
if not defined SMOKE_FEATURE exit /b 0
if %SMOKE_FEATURE% LEQ %SMOKE_BEST% exit /b 0
set "SMOKE_BEST=%SMOKE_FEATURE%"
set "SMOKE_FOUND=%~1\bin\java.exe"
exit /b 0

rem The first number of the version that a Java's own file "release" says; no Java is started for it.
:read
set "SMOKE_FEATURE="
if not exist "%~1\release" exit /b 0
for /f "usebackq tokens=2 delims==" %%r in (`findstr /b JAVA_VERSION= "%~1\release"`) do (
  for /f "tokens=1 delims=.-+" %%n in ("%%~r") do set "SMOKE_FEATURE=%%n"
)
exit /b 0
