#include "document/pdf_signature.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <utility>

#include "calendar/date.hpp"
#include "calendar/moment.hpp"
#include "crypto/crypto.hpp"
#include "document/limits.hpp"
#include "document/pdf_changes.hpp"
#include "document/pdf_fields.hpp"
#include "document/pdf_update.hpp"
#include "text/text.hpp"

namespace caicach::document
{

namespace
{

/// Of a position in a file: its digits and blanks behind them.
constexpr std::size_t position_width = 10;
constexpr std::size_t hole_bytes = 2 * limits::signature_bytes_max + 2;

tl::unexpected<Error> other_structure()
{
    return failure(Failure::unsupported, "document.pdf.structure");
}

PdfValue number_of(std::int64_t number) { return {PdfNumber{std::to_string(number)}}; }

/// "D:20260105093000+07'00'"
PdfValue moment_of(Instant at)
{
    const auto day = Date::of(at);
    const int minute = minute_of_day(at);
    const auto second = (at.microseconds / 1'000'000) % 60;
    return {PdfString{fmt::format("D:{:04}{:02}{:02}{:02}{:02}{:02}+07'00'", day.year(),
                                  day.month(), day.day(), minute / 60, minute % 60, second)}};
}

/// Where the place stands in the page's own units, which go upwards.
Result<PdfValue> rectangle_of(const PdfDictionary& page, const PrintedPlace& place)
{
    const auto* box = entry_of(page, "MediaBox");
    const auto* sides = box == nullptr ? nullptr : box->array();
    if (sides == nullptr || sides->size() != 4) return other_structure();
    std::array<double, 4> numbers{};
    for (std::size_t at = 0; at < numbers.size(); ++at) {
        const auto* number = std::get_if<PdfNumber>(&(*sides)[at].content);
        const auto* const end =
            number == nullptr ? nullptr : number->text.data() + number->text.size();
        if (number == nullptr || std::from_chars(number->text.data(), end, numbers[at]).ptr != end)
            return other_structure();
    }
    const double left = numbers[0] + place.left;
    const double top = numbers[3] - place.top;
    PdfArray rectangle;
    for (const double side : {left, top - place.height, left + place.width, top})
        rectangle.push_back({PdfNumber{fmt::format("{:.2f}", side)}});
    return PdfValue{std::move(rectangle)};
}

/// The references that stand in the page's or the form's list, with one more.
struct Longer {
    PdfUpdate& update;
    const PdfFile& file;

    /// Says the list anew where it is an object of its own; else what has to be put in its place.
    Result<PdfValue> operator()(const PdfValue* list, PdfReference more) const
    {
        if (list == nullptr) return PdfValue{PdfArray{PdfValue{more}}};
        const auto held = TRY(file.resolved(*list, file.revisions().size()));
        if (held.array() == nullptr) return other_structure();
        auto values = *held.array();
        values.push_back(PdfValue{more});
        const auto apart = list->reference();
        if (!apart) return PdfValue{std::move(values)};
        update.say(*apart, PdfValue{std::move(values)});
        return *list;
    }
};

Result<void> add_field(PdfUpdate& update, const PdfFile& file, PdfReference field)
{
    const auto revisions = file.revisions().size();
    auto form = TRY(form_of(file, revisions));
    const Longer longer{update, file};
    form.entries["Fields"] = TRY(longer(entry_of(form.entries, "Fields"), field));
    // Signatures are there, and only updates may come.
    form.entries["SigFlags"] = number_of(3);
    auto catalog = TRY(file.catalog(revisions));
    const auto* held = entry_of(catalog, "AcroForm");
    if (const auto apart = held == nullptr ? std::nullopt : held->reference()) {
        update.say(*apart, PdfValue{std::move(form.entries)});
        return {};
    }
    const auto reference = update.reserve();
    update.say(reference, PdfValue{std::move(form.entries)});
    catalog["AcroForm"] = PdfValue{reference};
    const auto* root = entry_of(file.revisions().back().trailer, "Root");
    const auto root_at = root == nullptr ? std::nullopt : root->reference();
    if (!root_at) return other_structure();
    update.say(*root_at, PdfValue{std::move(catalog)});
    return {};
}

Result<void> add_widget(PdfUpdate& update, const PdfFile& file, PdfReference page_reference,
                        PdfReference field)
{
    auto page = TRY(file.object(page_reference.number)).value;
    auto entries = *page.dictionary();
    const auto* shown = entry_of(entries, "Annots");
    const bool is_apart = shown != nullptr && shown->reference();
    auto list = TRY(Longer{update, file}(shown, field));
    if (is_apart) return {};
    entries["Annots"] = std::move(list);
    update.say(page_reference, PdfValue{std::move(entries)});
    return {};
}

/// The signature itself, as text: where its hole begins is known only by how it is written.
struct Said {
    std::string text{};
    std::size_t range{};  ///< where its positions begin
    std::size_t hole{};
};
Said said_of(const NewSignature& wanted)
{
    Said said;
    PdfDictionary entries{{"Type", {PdfName{"Sig"}}},
                          {"Filter", {PdfName{"Adobe.PPKLite"}}},
                          {"SubFilter", {PdfName{"ETSI.CAdES.detached"}}},
                          {"M", moment_of(wanted.at)}};
    if (!wanted.signer.empty())
        entries["Name"] = PdfValue{pdf_text(text::clean_input(wanted.signer))};
    said.text = written(entries);
    said.text.resize(said.text.size() - std::string_view{">>"}.size());
    said.text += "/ByteRange [0 ";
    said.range = said.text.size();
    said.text += std::string(3 * (position_width + 1), ' ') + "] /Contents ";
    said.hole = said.text.size();
    said.text += "<" + std::string(hole_bytes - 2, '0') + "> >>";
    return said;
}

}  // namespace

Result<PreparedSignature> prepare_signature(std::string pdf, const NewSignature& wanted)
{
    PreparedSignature prepared{.before = pdf.size()};
    const auto file = TRY(PdfFile::read(std::move(pdf)));
    const auto revisions = file.revisions().size();
    const auto pages = TRY(file.pages(revisions));
    const auto page_index = static_cast<std::size_t>(wanted.place.page) - 1;
    if (wanted.place.page < 1 || page_index >= pages.size())
        return failure(Failure::invalid, "document.signature.page", {},
                       {std::to_string(wanted.place.page), std::to_string(pages.size())});
    const auto page = pages[page_index];
    const auto page_value = TRY(file.object(page.number)).value;
    const auto form = TRY(form_of(file, revisions));

    auto rectangle = TRY(rectangle_of(*page_value.dictionary(), wanted.place));
    PdfUpdate update{file};
    const auto signature = update.reserve();
    const auto field = update.reserve();
    PdfDictionary widget{{"Type", {PdfName{"Annot"}}},
                         {"Subtype", {PdfName{"Widget"}}},
                         {"FT", {PdfName{"Sig"}}},
                         {"T", {PdfString{"ChuKy" + std::to_string(form.fields.size() + 1)}}},
                         {"F", number_of(132)},  // is printed, is not moved
                         {"P", {page}},
                         {"Rect", std::move(rectangle)},
                         {"V", {signature}}};
    if (!wanted.stamp.empty()) {
        const auto stamp = TRY(PdfFile::read(wanted.stamp));
        const auto shown = TRY(update.take_page(stamp));
        widget["AP"] = PdfValue{PdfDictionary{{"N", {shown}}}};
    }
    update.say(field, PdfValue{std::move(widget)});
    TRY(add_widget(update, file, page, field));
    TRY(add_field(update, file, field));
    const auto said = said_of(wanted);
    const auto at = update.say_raw(signature, said.text);
    prepared.bytes = update.finish();
    prepared.hole = {.begin = at + said.hole, .end = at + said.hole + hole_bytes};
    const auto range =
        fmt::format("{:<{}} {:<{}} {:<{}}", prepared.hole.begin, position_width, prepared.hole.end,
                    position_width, prepared.bytes.size() - prepared.hole.end, position_width);
    prepared.bytes.replace(at + said.range, range.size(), range);
    return prepared;
}

std::string signed_bytes(std::string_view pdf, const SignatureHole& hole)
{
    VERIFY(hole.begin <= hole.end && hole.end <= pdf.size());
    return std::string(pdf.substr(0, hole.begin)).append(pdf.substr(hole.end));
}

Result<std::string> put_signature(const PreparedSignature& prepared, std::string_view cms)
{
    if (cms.size() > limits::signature_bytes_max)
        return failure(Failure::too_large, "document.signature.size", {},
                       {std::to_string(limits::signature_bytes_max >> 10U)});
    auto bytes = prepared.bytes;
    const auto digits = crypto::hex(cms);
    bytes.replace(prepared.hole.begin + 1, digits.size(), digits);
    return bytes;
}

Result<bool> goes_on_from(const PreparedSignature& prepared, std::string returned)
{
    const auto ours = std::string_view{prepared.bytes}.substr(0, prepared.before);
    if (returned.size() <= ours.size() || !returned.starts_with(ours)) return false;
    const auto file = TRY(PdfFile::read(std::move(returned)));
    bool is_behind = false;
    for (std::size_t at = 0; at < file.revisions().size(); ++at) {
        if (is_behind) {
            const bool is_kept = TRY(only_signs(file, at));
            if (!is_kept) return false;
        }
        if (file.revisions()[at].end == ours.size()) is_behind = true;
    }
    return is_behind;
}

}  // namespace caicach::document
