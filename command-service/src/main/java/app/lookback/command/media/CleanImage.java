package app.lookback.command.media;

import app.lookback.command.media.ImageForm.UnknownImage;

/**
 * An image as it is kept: known by its bytes, within the bounds, and without anything that says where or with what it
 * was made. Not a pixel of it is changed, and it is shown the same way up.
 */
record CleanImage(ImageForm form, byte[] bytes) {

    static CleanImage of(byte[] sent) {
        try {
            return Svg.isLikely(sent) ? Svg.clean(sent) : ofPixels(sent);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException cutOff) {
            throw new UnknownImage();
        }
    }

    static CleanImage ofPixels(byte[] sent) {
        var form = ImageForm.of(sent);
        return new CleanImage(
                form,
                switch (form.extension()) {
                    case "png" -> PngChunks.clean(sent);
                    case "jpg" -> JpegSegments.clean(sent);
                    case "webp" -> WebpChunks.clean(sent);
                    case "gif" -> GifBlocks.clean(sent);
                    default -> AvifItems.clean(sent);
                });
    }
}
