// For the host page: <explorateur-sress vue="#/mesures?public=jeunes"> shows the explorer in a frame of the right height.
//
// `cargo xtask build` leaves it as embed.js, a name that stays. It reads nothing of the host but its own attributes, and
// with `lien` one parameter of the address; it tells the frame nothing. What the element holds gives way to the frame.
// Without it, a plain <iframe> does the same at a fixed height.
const HOME = document.currentScript?.src;
const NAME = "explorateur-sress";
// Below, nothing can be read; above, a mistake.
const [LOWEST, HIGHEST] = [120, 40000];
const SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox";

class Explorer extends HTMLElement {
  static observedAttributes = ["vue", "theme", "accent", "accent-sombre", "masquer", "figer", "seul", "titre", "hauteur"];
  #frame;
  #height = 600;
  #told = (event) => this.#hear(event);
  #back = (event) => event.persisted && this.#ask();

  connectedCallback() {
    // A module does not know where it came from.
    if (!HOME && !this.getAttribute("src")) return console.error(`<${NAME}> : l'attribut src doit donner l'adresse de l'explorateur.`);
    // Moved in the page, the frame loads anew by itself: what changed meanwhile too.
    if (this.#frame) this.#frame.src = this.#address;
    else this.#make();
    // A copy of the element brings a copy of its frame.
    this.replaceChildren(this.#frame);
    addEventListener("message", this.#told);
    addEventListener("pageshow", this.#back);
  }

  disconnectedCallback() {
    removeEventListener("message", this.#told);
    removeEventListener("pageshow", this.#back);
  }

  attributeChangedCallback(name) {
    if (!this.#frame) return;
    if (name === "titre") this.#frame.title = this.#title;
    else if (name === "hauteur") this.#resize();
    // Replaced, not added: the history of the host stays its own.
    else this.#frame.contentWindow?.location.replace(this.#address);
  }

  get #title() {
    return this.getAttribute("titre") ?? "Explorateur de la stratégie régionale ESS";
  }

  get #address() {
    const url = new URL(this.getAttribute("src") ?? ".", HOME ?? location.href);
    for (const name of ["theme", "accent", "accent-sombre", "masquer", "figer", "seul"]) {
      if (this.hasAttribute(name)) url.searchParams.set(name, this.getAttribute(name));
    }
    const link = this.getAttribute("lien");
    const number = link && new URLSearchParams(location.search).get(link);
    const view = this.getAttribute("vue") ?? "";
    // What the view asks goes along: the way back from the measure leads to it.
    url.hash = /^\d{1,3}$/.test(number ?? "") ? `#/mesures/${number}${/\?.*/s.exec(view) ?? ""}` : view;
    return url.href;
  }

  #make() {
    const frame = document.createElement("iframe");
    frame.title = this.#title;
    frame.loading = "lazy";
    frame.referrerPolicy = "no-referrer";
    frame.allow = "clipboard-write; fullscreen; screen-wake-lock";
    frame.setAttribute("sandbox", this.getAttribute("sandbox") ?? SANDBOX);
    frame.style.cssText = "display:block;width:100%;border:0";
    frame.src = this.#address;
    this.#frame = frame;
    this.#resize();
  }

  /** A height of the host's own, or the one the frame last told. */
  #resize() {
    const own = Number(this.getAttribute("hauteur"));
    this.#frame.style.height = `${Math.min(Math.max(own || this.#height, LOWEST), HIGHEST)}px`;
  }

  #ask() {
    this.#frame?.contentWindow?.postMessage({ explorateur: "sress", demande: "hauteur" }, "*");
  }

  #hear({ source, origin, data }) {
    if (source !== this.#frame?.contentWindow || data?.explorateur !== "sress") return;
    // A sandboxed frame has no origin to give.
    if (origin !== "null" && origin !== new URL(this.#frame.src).origin) return;
    if (Number.isFinite(data.hauteur)) {
      this.#height = data.hauteur;
      this.#resize();
    }
    const link = this.getAttribute("lien");
    const { mesure } = data;
    // Only what `#address` reads back.
    if (!link || !(mesure === null || (Number.isInteger(mesure) && mesure >= 0 && mesure < 1000))) return;
    const here = new URL(location.href);
    // To write the parameters anew would respell the host's own: not without need.
    if (here.searchParams.get(link) === (mesure === null ? null : `${mesure}`)) return;
    if (mesure === null) here.searchParams.delete(link);
    else here.searchParams.set(link, mesure);
    history.replaceState(history.state, "", here);
  }
}

// Two copies of the script on one page are one.
if (!customElements.get(NAME)) customElements.define(NAME, Explorer);
