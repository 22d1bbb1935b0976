@echo off
rem Copyright The Hubgate Authors.
rem SPDX-License-Identifier: Apache-2.0
rem The demo: builds what is missing, then sends three recorded releases through the pipeline steps. --help tells the options.
setlocal
cd /d "%~dp0.."
set BACKEND=examples\backend-api\target\hubgate-backend.jar
set DEMO=examples\demo\target\hubgate-demo.jar
if exist "%BACKEND%" if exist "%DEMO%" goto run
echo Building the backend and the demo; the first time this downloads libraries and takes a few minutes.
call mvnw.cmd -B -Dquick -DskipTests -pl examples/backend-api,examples/demo -am package
if errorlevel 1 exit /b 1
:run
java -jar "%DEMO%" %*
