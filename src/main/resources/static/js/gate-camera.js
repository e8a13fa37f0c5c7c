// Reads QR codes from the camera: by the browser where it can, otherwise by jsQR. A code that stays in view counts once.
const AGAIN = 3000;

export async function openCamera(box, jsqrAddress, onCode) {
  const video = box.querySelector("[data-video]");
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  const read = await reader(jsqrAddress);
  video.srcObject = stream;
  await video.play();
  box.hidden = false;
  let open = true;
  let last = { code: "", at: 0 };
  const close = () => {
    open = false;
    box.hidden = true;
    stream.getTracks().forEach((track) => track.stop());
  };
  box.querySelector("[data-camera-close]").onclick = close;
  while (open) {
    const code = video.readyState >= 2 ? await read(video).catch(() => "") : "";
    const now = Date.now();
    if (code) {
      if (code !== last.code || now - last.at > AGAIN) onCode(code);
      last = { code, at: now };
    }
    await new Promise((done) => setTimeout(done, 150));
  }
}

async function reader(jsqrAddress) {
  if ("BarcodeDetector" in window) {
    const formats = await BarcodeDetector.getSupportedFormats().catch(() => []);
    if (formats.includes("qr_code")) {
      const detector = new BarcodeDetector({ formats: ["qr_code"] });
      return async (video) => (await detector.detect(video))[0]?.rawValue ?? "";
    }
  }
  const { default: jsqr } = await import(jsqrAddress);
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return async (video) => {
    canvas.width = 480;
    canvas.height = Math.round((480 * video.videoHeight) / video.videoWidth);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const image = context.getImageData(0, 0, canvas.width, canvas.height);
    return jsqr(image.data, image.width, image.height)?.data ?? "";
  };
}
