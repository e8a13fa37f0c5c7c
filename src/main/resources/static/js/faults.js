// A form that comes back with faults starts at their summary, and each line of it leads into its field.
const faults = document.querySelector(".form-faults");

faults?.focus();
faults?.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  const field = link && document.getElementById(link.hash.slice(1));
  if (field) {
    event.preventDefault();
    field.scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
  }
});
