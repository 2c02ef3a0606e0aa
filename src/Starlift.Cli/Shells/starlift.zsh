#compdef starlift
# Completion of starlift for zsh. In ~/.zshrc, after compinit: source <(starlift completion zsh)
_starlift() {
  local line="${(j: :)words[1,CURRENT-1]} $PREFIX"
  local -a suggestions
  suggestions=(${(f)"$(${~words[1]} "[suggest:${#line}]" "$line" 2> /dev/null)"})
  # The value of --option=value stands alone.
  compset -P '--*='
  if (( ! $#suggestions )); then
    _files
  elif [[ $suggestions[1] == *= ]]; then
    compadd -S '' -- $suggestions
  else
    compadd -- $suggestions
  fi
}
compdef _starlift starlift
