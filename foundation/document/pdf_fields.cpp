#include "document/pdf_fields.hpp"

#include "base/utf8.hpp"
#include "document/limits.hpp"
#include "text/utf8.hpp"

namespace caicach::document
{

namespace
{

constexpr std::string_view utf16_mark{"\xFE\xFF", 2};

tl::unexpected<Error> other_structure()
{
    return failure(Failure::unsupported, "document.pdf.structure");
}

}  // namespace

std::string text_of(const PdfString& string)
{
    std::string text;
    std::string_view bytes{string.bytes};
    if (!bytes.starts_with(utf16_mark)) {
        // Letters beyond ASCII differ from table to table: none of ours has them.
        for (const char letter : bytes) text += letter >= ' ' && letter < '\x7F' ? letter : '?';
        return text;
    }
    bytes.remove_prefix(utf16_mark.size());
    const auto unit_at = [&](std::size_t at) {
        return static_cast<char32_t>(static_cast<unsigned char>(bytes[at]) << 8U |
                                     static_cast<unsigned char>(bytes[at + 1]));
    };
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        auto code = unit_at(at);
        const bool is_first_half = code >= 0xD800 && code < 0xDC00;
        if (is_first_half && at + 3 < bytes.size()) {
            const auto second = unit_at(at + 2);
            if (second >= 0xDC00 && second < 0xE000) {
                code = 0x10000 + ((code - 0xD800) << 10U) + (second - 0xDC00);
                at += 2;
            }
        }
        if (code >= 0xD800 && code < 0xE000) code = 0xFFFD;
        text::append(text, code);
    }
    return text;
}

PdfString pdf_text(std::string_view text)
{
    PdfString string{.bytes = std::string(utf16_mark)};
    const auto add = [&](char32_t unit) {
        string.bytes += static_cast<char>(unit >> 8U);
        string.bytes += static_cast<char>(unit & 0xFFU);
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, size] = character_at(text, at);
        at += size;
        if (code == not_a_character) continue;
        if (code < 0x10000) {
            add(code);
            continue;
        }
        add(0xD800 + ((code - 0x10000) >> 10U));
        add(0xDC00 + ((code - 0x10000) & 0x3FFU));
    }
    return string;
}

Result<PdfForm> form_of(const PdfFile& file, std::size_t revisions)
{
    PdfForm form;
    const auto catalog = TRY(file.catalog(revisions));
    const auto* held = entry_of(catalog, "AcroForm");
    if (held == nullptr) return form;
    const auto value = TRY(file.resolved(*held, revisions));
    if (value.dictionary() == nullptr) return other_structure();
    form.entries = *value.dictionary();
    const auto* fields = entry_of(form.entries, "Fields");
    if (fields == nullptr) return form;
    const auto list = TRY(file.resolved(*fields, revisions));
    if (list.array() == nullptr) return other_structure();
    if (list.array()->size() > limits::signatures_max)
        return failure(Failure::too_large, "document.limit.signatures", {},
                       {std::to_string(limits::signatures_max)});
    form.fields = *list.array();
    return form;
}

Result<std::vector<PdfSignatureField>> signature_fields(const PdfFile& file, std::size_t revisions)
{
    std::vector<PdfSignatureField> found;
    const auto form = TRY(form_of(file, revisions));
    for (const auto& one : form.fields) {
        if (!one.reference()) return other_structure();
        const auto field = TRY(file.resolved(one, revisions));
        const auto* entries = field.dictionary();
        if (entries == nullptr) return other_structure();
        const auto* kind = entry_of(*entries, "FT");
        const auto* value = entry_of(*entries, "V");
        if (kind == nullptr || !kind->is_name("Sig") || value == nullptr) continue;
        if (!value->reference()) return other_structure();
        const auto signature = TRY(file.resolved(*value, revisions));
        if (signature.dictionary() == nullptr) return other_structure();
        PdfSignatureField signed_field{.field = *one.reference(),
                                       .signature = *value->reference(),
                                       .entries = *signature.dictionary()};
        if (const auto* name = entry_of(*entries, "T")) {
            if (const auto* text = std::get_if<PdfString>(&name->content))
                signed_field.name = text_of(*text);
        }
        found.push_back(std::move(signed_field));
    }
    return found;
}

}  // namespace caicach::document
