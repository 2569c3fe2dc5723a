// The host's own script: it opens and closes its dialog, and knows nothing of the explorer.
const box = document.getElementById("boite");
document.getElementById("ouvrir").addEventListener("click", () => box.showModal());
document.getElementById("fermer").addEventListener("click", () => box.close());
