//! The charts' lazy chunk: ECharts and its own wasm. Fetched when a chart is first drawn, never before.
//!
//! Blocked, half loaded or refused: the error reaches the figure, whose table stands in.

use super::PlatformError;
use super::script::{module, unavailable};
use js_sys::{Function, JSON, Object, Promise, Reflect, Uint8Array};
use std::any::Any;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, ResizeObserver};

#[wasm_bindgen]
extern "C" {
    /// What `web/echarts.mjs` exports.
    #[derive(Clone)]
    type Chunk;
    #[wasm_bindgen(method, catch)]
    fn ready(this: &Chunk, wasm: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn option(this: &Chunk, request: &Uint8Array) -> Result<String, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn init(this: &Chunk, element: &Element) -> Result<Instance, JsValue>;

    #[derive(Clone)]
    type Instance;
    #[wasm_bindgen(method, catch, js_name = setOption)]
    fn set_option(this: &Instance, option: &JsValue, settings: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn resize(this: &Instance) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn dispose(this: &Instance) -> Result<(), JsValue>;
    #[wasm_bindgen(method)]
    fn on(this: &Instance, event: &str, call: &Function);
}

/// The chunk, loaded. The browser keeps one copy however often this is asked.
pub struct Charts {
    chunk: Chunk,
}

/// Loads the chunk and starts its wasm.
pub async fn open() -> Result<Charts, PlatformError> {
    let (chunk, wasm) = module("xp-graphiques", 0).await?;
    let chunk: Chunk = chunk.unchecked_into();
    let started = chunk.ready(&wasm).map_err(unavailable("calcul des graphiques"))?;
    JsFuture::from(started).await.map_err(unavailable("calcul des graphiques"))?;
    Ok(Charts { chunk })
}

/// A chart on the page: made once, updated, disposed of with its owner.
pub struct Drawing {
    chunk: Chunk,
    instance: Instance,
    observer: Option<ResizeObserver>,
    // Kept alive for as long as ECharts and the observer may call them.
    _on_resize: Closure<dyn FnMut()>,
    _on_click: Closure<dyn FnMut(JsValue)>,
}

/// Where a chart is drawn: the element a host was given.
#[derive(Clone)]
pub struct Place {
    element: Element,
}

impl Place {
    pub fn new(place: &dyn Any) -> Option<Place> {
        place.downcast_ref::<Element>().cloned().map(|element| Place { element })
    }

    /// In pixels.
    pub fn width(&self) -> u32 {
        self.element.client_width().max(0) as u32
    }
}

impl Charts {
    /// Draws into `place`; `on_click` hears the place of the clicked item in its series.
    pub fn draw(self, place: &Place, on_click: impl Fn(usize) + 'static) -> Result<Drawing, PlatformError> {
        let element = &place.element;
        let instance = self.chunk.init(element).map_err(unavailable("dessin"))?;
        let resized = instance.clone();
        let on_resize = Closure::<dyn FnMut()>::new(move || drop(resized.resize()));
        let on_click = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            let place = Reflect::get(&event, &"dataIndex".into()).ok().and_then(|v| v.as_f64());
            if let Some(place) = place {
                on_click(place as usize);
            }
        });
        instance.on("click", on_click.as_ref().unchecked_ref());
        let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(element);
        }
        Ok(Drawing { chunk: self.chunk, instance, observer, _on_resize: on_resize, _on_click: on_click })
    }
}

impl Drawing {
    /// Shows what the request asks; nothing of the former picture is kept.
    pub fn update(&self, request: &[u8]) -> Result<(), PlatformError> {
        let json = self.chunk.option(&Uint8Array::from(request)).map_err(unavailable("option du graphique"))?;
        let option = JSON::parse(&json).map_err(unavailable("option du graphique"))?;
        let settings = Object::new();
        let _ = Reflect::set(&settings, &"notMerge".into(), &JsValue::TRUE);
        self.instance.set_option(&option, &settings).map_err(unavailable("dessin"))
    }
}

impl Drop for Drawing {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
        // The element may already be gone; there is nobody left to tell.
        let _ = self.instance.dispose();
    }
}
