// el makes an element with attributes and children (elements or text).
export function el(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// newest returns a function that begins a task: it aborts the task before it and
// gives the signal of the new one.
export function newest() {
  let task = new AbortController();
  return () => {
    task.abort();
    task = new AbortController();
    return task.signal;
  };
}
