package org.kulluna.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Makes a PDF file. The same drawing gives the same bytes. */
public final class Pdf {
    public static final float A4_LONG = 841.89f;
    public static final float A4_SHORT = 595.28f;

    private final PDDocument document = new PDDocument();
    private final Map<FontData, COSDictionary> fonts = new IdentityHashMap<>();

    private Pdf() {}

    /** One page of that size, in points, read from right to left. */
    public static byte[] page(float width, float height, String title, Consumer<Sheet> draw) {
        Pdf pdf = new Pdf();
        try (PDDocument document = pdf.document) {
            Sheet sheet = new Sheet(width, height);
            draw.accept(sheet);
            pdf.add(sheet);
            pdf.describe(title);
            ByteArrayOutputStream out = new ByteArrayOutputStream(65_536);
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Sheet sheet) {
        PDPage page = new PDPage(new PDRectangle(sheet.width(), sheet.height()));
        COSDictionary resources = resources(sheet.fonts());
        COSDictionary forms = new COSDictionary();
        sheet.stencils().forEach((name, stencil) -> forms.setItem(COSName.getPDFName(name), form(stencil)));
        resources.setItem(COSName.XOBJECT, forms);
        page.getCOSObject().setItem(COSName.RESOURCES, resources);
        page.getCOSObject().setItem(COSName.CONTENTS, Streams.stored(sheet.content()));
        document.addPage(page);
    }

    private COSStream form(Stencil stencil) {
        COSStream form = Streams.stored(stencil.content());
        form.setItem(COSName.TYPE, COSName.XOBJECT);
        form.setItem(COSName.SUBTYPE, COSName.FORM);
        COSArray box = new COSArray();
        box.add(COSInteger.ZERO);
        box.add(COSInteger.ZERO);
        box.add(new COSFloat(stencil.width()));
        box.add(new COSFloat(stencil.height()));
        form.setItem(COSName.BBOX, box);
        form.setItem(COSName.RESOURCES, resources(stencil.fonts()));
        return form;
    }

    private COSDictionary resources(Map<String, FontData> used) {
        COSDictionary byName = new COSDictionary();
        used.forEach((name, font) ->
                byName.setItem(COSName.getPDFName(name), fonts.computeIfAbsent(font, f -> f.dictionary(fonts.size()))));
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, byName);
        return resources;
    }

    private void describe(String title) {
        document.getDocumentInformation().setTitle(title);
        document.setDocumentId((long) title.hashCode());
        document.setVersion(1.7f);
        COSDictionary catalogue = document.getDocumentCatalog().getCOSObject();
        catalogue.setString(COSName.LANG, "ar");
        COSDictionary view = new COSDictionary();
        view.setItem(COSName.getPDFName("DisplayDocTitle"), COSBoolean.TRUE);
        view.setName("Direction", "R2L");
        catalogue.setItem(COSName.VIEWER_PREFERENCES, view);
    }
}
