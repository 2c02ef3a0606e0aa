# What of .NET is missing, in a sentence; read by ./starlift and ./build. Bash 3.2, which macOS has, has to understand it.

# need_sdk NAME FOLDER: ends the script NAME where the SDK that FOLDER/global.json asks for is not there.
need_sdk() {
  local name=$1 folder=$2 wanted installed
  if ! command -v dotnet > /dev/null; then
    echo "$name: the .NET 10 SDK is needed, and there is no 'dotnet' on the PATH" >&2
    echo "hint: install it from https://dotnet.microsoft.com/download/dotnet/10.0" >&2
    exit 2
  fi

  if ! (cd "$folder" && dotnet --version) > /dev/null 2>&1; then
    wanted=$(sed -nE 's/.*"version": *"([0-9.]+)".*/\1/p' "$folder/global.json")
    installed=$(dotnet --list-sdks 2> /dev/null | sed 's/ .*//' | sort -u | tr '\n' ' ' | sed 's/ $//; s/ /, /g')
    echo "$name: global.json asks for the .NET SDK $wanted or a later one of ${wanted%.*}, and there is ${installed:-none}" >&2
    echo "hint: install it from https://dotnet.microsoft.com/download/dotnet/10.0; it may stand beside others" >&2
    exit 2
  fi
}
