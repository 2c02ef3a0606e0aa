# Completion of starlift for bash. In ~/.bashrc: source <(starlift completion bash)
_starlift() {
  local line=${COMP_LINE:0:COMP_POINT} suggestion
  COMPREPLY=()
  while IFS= read -r suggestion; do
    COMPREPLY+=("$suggestion")
    if [[ $suggestion == *= ]]; then
      compopt -o nospace 2> /dev/null || true
    fi
  done < <("${1/#\~/$HOME}" "[suggest:${#line}]" "$line" 2> /dev/null)
}
# Where nothing is suggested, bash completes files.
complete -o default -F _starlift starlift
