#include "document/pdf_update.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "document/limits.hpp"

namespace caicach::document
{

namespace
{

/// Objects of another file under numbers of this one.
class Moved
{
public:
    explicit Moved(PdfUpdate& update) : m_update(&update) {}

    // NOLINTNEXTLINE(misc-no-recursion): as deep as what was read
    [[nodiscard]] PdfValue value(const PdfValue& old)
    {
        if (const auto reference = old.reference()) return PdfValue{this->reference(*reference)};
        if (const auto* values = old.array()) {
            PdfArray moved;
            moved.reserve(values->size());
            for (const auto& one : *values) moved.push_back(value(one));
            return PdfValue{std::move(moved)};
        }
        if (const auto* entries = old.dictionary()) return PdfValue{dictionary(*entries)};
        return old;
    }
    // NOLINTNEXTLINE(misc-no-recursion): as deep as what was read
    [[nodiscard]] PdfDictionary dictionary(const PdfDictionary& old)
    {
        PdfDictionary moved;
        for (const auto& [name, one] : old) moved.emplace(name, value(one));
        return moved;
    }
    /// The next object that something refers to and that was not yet taken.
    [[nodiscard]] std::optional<std::pair<PdfReference, PdfReference>> next()
    {
        if (m_open.empty()) return std::nullopt;
        const auto old = m_open.back();
        m_open.pop_back();
        return std::pair{old, m_numbers.at(old)};
    }

private:
    PdfReference reference(PdfReference old)
    {
        const auto known = m_numbers.find(old);
        if (known != m_numbers.end()) return known->second;
        m_open.push_back(old);
        return m_numbers.emplace(old, m_update->reserve()).first->second;
    }

    PdfUpdate* m_update;
    std::map<PdfReference, PdfReference> m_numbers{};
    std::vector<PdfReference> m_open{};
};

}  // namespace

PdfUpdate::PdfUpdate(const PdfFile& file) : m_file(&file), m_next(1)
{
    for (const auto& revision : file.revisions()) {
        if (!revision.offsets.empty())
            m_next = std::max(m_next, revision.offsets.rbegin()->first + 1);
        const auto* size = entry_of(revision.trailer, "Size");
        const auto said = size == nullptr ? std::nullopt : size->integer();
        if (said && *said <= limits::pdf_number_max)
            m_next = std::max(m_next, static_cast<int>(*said));
    }
    if (!file.bytes().ends_with('\n')) m_text = "\n";
}

PdfReference PdfUpdate::reserve() { return {.number = m_next++}; }

void PdfUpdate::begin(PdfReference reference)
{
    m_offsets[reference.number] = m_file->bytes().size() + m_text.size();
    m_text += std::to_string(reference.number) + " 0 obj\n";
}

void PdfUpdate::say(PdfReference reference, const PdfValue& value)
{
    begin(reference);
    m_text += written(value) + "\nendobj\n";
}

void PdfUpdate::say_stream(PdfReference reference, PdfDictionary dictionary,
                           std::string_view packed)
{
    dictionary["Length"] = {PdfNumber{std::to_string(packed.size())}};
    begin(reference);
    m_text += written(dictionary) + "\nstream\n";
    m_text += packed;
    m_text += "\nendstream\nendobj\n";
}

std::size_t PdfUpdate::say_raw(PdfReference reference, std::string_view text)
{
    begin(reference);
    const auto at = m_file->bytes().size() + m_text.size();
    m_text += text;
    m_text += "\nendobj\n";
    return at;
}

Result<PdfReference> PdfUpdate::take_page(const PdfFile& other)
{
    const auto refused = failure(Failure::unsupported, "document.pdf.structure");
    const auto pages = TRY(other.pages(other.revisions().size()));
    if (pages.size() != 1) return refused;
    const auto page = TRY(other.object(pages.front().number));
    const auto* entries = page.value.dictionary();
    const auto* box = entry_of(*entries, "MediaBox");
    const auto* resources = entry_of(*entries, "Resources");
    const auto* contents = entry_of(*entries, "Contents");
    const auto ink_at = contents == nullptr ? std::nullopt : contents->reference();
    if (box == nullptr || resources == nullptr || !ink_at) return refused;
    Moved moved{*this};
    const auto ink = TRY(other.object(ink_at->number));
    PdfDictionary form{{"Type", {PdfName{"XObject"}}},
                       {"Subtype", {PdfName{"Form"}}},
                       {"BBox", *box},
                       {"Resources", moved.value(*resources)}};
    if (const auto* group = entry_of(*entries, "Group")) form["Group"] = moved.value(*group);
    if (ink.value.dictionary() == nullptr) return refused;
    if (const auto* filter = entry_of(*ink.value.dictionary(), "Filter")) form["Filter"] = *filter;
    const auto reference = reserve();
    const auto packed = TRY(other.stream_of(ink));
    say_stream(reference, std::move(form), packed);
    while (const auto next = moved.next()) {
        const auto object = TRY(other.object(next->first.number));
        if (!object.stream_from) {
            say(next->second, moved.value(object.value));
            continue;
        }
        auto dictionary = *object.value.dictionary();
        dictionary.erase("Length");
        const auto bytes = TRY(other.stream_of(object));
        say_stream(next->second, moved.dictionary(dictionary), bytes);
    }
    return reference;
}

std::string PdfUpdate::finish()
{
    const auto& last = m_file->revisions().back();
    const auto table = m_file->bytes().size() + m_text.size();
    const auto add = std::back_inserter(m_text);
    m_text += "xref\n";
    for (auto at = m_offsets.begin(); at != m_offsets.end();) {
        auto end = at;
        int count = 0;
        for (; end != m_offsets.end() && end->first == at->first + count; ++end) ++count;
        fmt::format_to(add, "{} {}\n", at->first, count);
        for (; at != end; ++at) fmt::format_to(add, "{:010} 00000 n \n", at->second);
    }
    PdfDictionary trailer{{"Size", {PdfNumber{std::to_string(m_next)}}},
                          {"Prev", {PdfNumber{std::to_string(last.table)}}}};
    for (const auto* kept : {"Root", "Info", "ID"}) {
        if (const auto* value = entry_of(last.trailer, kept)) trailer[kept] = *value;
    }
    fmt::format_to(add, "trailer\n{}\nstartxref\n{}\n%%EOF\n", written(trailer), table);
    return m_file->bytes() + m_text;
}

}  // namespace caicach::document
