#include "document/pdf_changes.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace caicach::document
{

namespace
{

/// What the place of a signature may say: nothing that acts, nothing within it.
constexpr std::array<std::string_view, 15> widget_keys{"AP",   "AS",      "BS", "Border", "DA",
                                                       "F",    "FT",      "Ff", "MK",     "P",
                                                       "Rect", "Subtype", "T",  "Type",   "V"};

/// The same but for what these keys hold.
bool is_same_but(PdfDictionary before, PdfDictionary after, std::initializer_list<const char*> keys)
{
    for (const auto* key : keys) {
        before.erase(key);
        after.erase(key);
    }
    return before == after;
}

/// What one update changes, looked at object by object.
class Update
{
public:
    Update(const PdfFile& file, std::size_t revision)
        : m_file(file), m_revision(revision), m_offsets(file.revisions()[revision].offsets)
    {
    }

    Result<bool> only_signs()
    {
        const auto fields = TRY(signature_fields(m_file, m_revision + 1));
        bool covers_all = false;
        for (const auto& field : fields) {
            if (!is_new(field.field)) continue;
            m_new_fields.insert(field.field.number);
            if (revision_signed_by(m_file, field) == m_revision) covers_all = true;
        }
        TRY(look_at_form());
        TRY(look_at_pages());
        TRY(look_at_widgets());
        TRY(look_at_objects());
        return covers_all && !m_is_changed;
    }

private:
    [[nodiscard]] bool is_said(int number) const { return m_offsets.contains(number); }
    [[nodiscard]] bool is_new(PdfReference reference) const
    {
        if (!is_said(reference.number)) return false;
        for (std::size_t at = 0; at < m_revision; ++at) {
            if (m_file.revisions()[at].offsets.contains(reference.number)) return false;
        }
        return true;
    }

    void expect(bool is_kept)
    {
        if (!is_kept) m_is_changed = true;
    }

    /// What may be said anew is what was there for the same purpose before, or nothing was.
    void explain(const PdfValue* before, const PdfValue* after)
    {
        const auto reference = after == nullptr ? std::nullopt : after->reference();
        if (!reference || is_new(*reference)) return;
        expect(before != nullptr && before->reference() == reference);
        m_explained.insert(reference->number);
    }

    Result<PdfArray> list_at(const PdfValue* held, std::size_t revisions)
    {
        if (held == nullptr) return PdfArray{};
        const auto value = TRY(m_file.resolved(*held, revisions));
        expect(value.array() != nullptr);
        return value.array() == nullptr ? PdfArray{} : *value.array();
    }

    /// The list as it was, with new places of signatures behind.
    Result<void> look_at_list(const PdfValue* before, const PdfValue* after)
    {
        explain(before, after);
        const auto old_list = TRY(list_at(before, m_revision));
        const auto new_list = TRY(list_at(after, m_revision + 1));
        expect(new_list.size() >= old_list.size() &&
               std::equal(old_list.begin(), old_list.end(), new_list.begin()));
        for (std::size_t at = old_list.size(); at < new_list.size(); ++at) {
            const auto added = new_list[at].reference();
            expect(added && m_new_fields.contains(added->number));
        }
        return {};
    }

    Result<void> look_at_form()
    {
        const auto& old_trailer = m_file.revisions()[m_revision - 1].trailer;
        const auto& new_trailer = m_file.revisions()[m_revision].trailer;
        explain(entry_of(old_trailer, "Root"), entry_of(new_trailer, "Root"));
        TRY(look_at_facts(entry_of(old_trailer, "Info"), entry_of(new_trailer, "Info")));
        const auto old_catalog = TRY(m_file.catalog(m_revision));
        const auto new_catalog = TRY(m_file.catalog(m_revision + 1));
        expect(is_same_but(old_catalog, new_catalog, {"AcroForm"}));
        explain(entry_of(old_catalog, "AcroForm"), entry_of(new_catalog, "AcroForm"));
        const auto old_form = TRY(form_of(m_file, m_revision));
        const auto new_form = TRY(form_of(m_file, m_revision + 1));
        if (old_form.entries.empty())
            expect(is_same_but({}, new_form.entries, {"Fields", "SigFlags", "DR", "DA"}));
        else
            expect(is_same_but(old_form.entries, new_form.entries, {"Fields", "SigFlags"}));
        return look_at_list(entry_of(old_form.entries, "Fields"),
                            entry_of(new_form.entries, "Fields"));
    }

    /// What is said about the file: words alone stand on no page.
    Result<void> look_at_facts(const PdfValue* before, const PdfValue* after)
    {
        explain(before, after);
        if (after == nullptr || !after->reference() || !is_said(after->reference()->number))
            return {};
        for (auto revisions = m_revision; revisions <= m_revision + 1; ++revisions) {
            const auto* held = revisions == m_revision ? before : after;
            if (held == nullptr) continue;
            const auto value = TRY(m_file.resolved(*held, revisions));
            const auto* entries = value.dictionary();
            expect(entries != nullptr && std::ranges::all_of(*entries, [](const auto& entry) {
                       return std::holds_alternative<PdfString>(entry.second.content);
                   }));
        }
        return {};
    }

    Result<void> look_at_pages()
    {
        const auto pages = TRY(m_file.pages(m_revision));
        for (const auto& page : pages) {
            if (!is_said(page.number)) continue;
            m_explained.insert(page.number);
            const auto before = TRY(m_file.object(page.number, m_revision));
            const auto after = TRY(m_file.object(page.number, m_revision + 1));
            const auto* old_entries = before.value.dictionary();
            const auto* new_entries = after.value.dictionary();
            expect(old_entries != nullptr && new_entries != nullptr);
            if (old_entries == nullptr || new_entries == nullptr) continue;
            expect(is_same_but(*old_entries, *new_entries, {"Annots"}));
            TRY(look_at_list(entry_of(*old_entries, "Annots"), entry_of(*new_entries, "Annots")));
        }
        return look_at_lists_apart(pages);
    }

    /// Of pages that stay as they are, with a list that is an object of its own.
    Result<void> look_at_lists_apart(const std::vector<PdfReference>& pages)
    {
        for (const auto& page : pages) {
            if (is_said(page.number)) continue;
            const auto object = TRY(m_file.object(page.number, m_revision));
            const auto* entries = object.value.dictionary();
            const auto* list = entries == nullptr ? nullptr : entry_of(*entries, "Annots");
            if (list == nullptr || !list->reference() || !is_said(list->reference()->number))
                continue;
            TRY(look_at_list(list, list));
        }
        return {};
    }

    Result<void> look_at_widgets()
    {
        for (const int number : m_new_fields) {
            const auto object = TRY(m_file.object(number, m_revision + 1));
            const auto* entries = object.value.dictionary();
            expect(entries != nullptr && std::ranges::all_of(*entries, [](const auto& entry) {
                       return std::ranges::find(widget_keys, entry.first) != widget_keys.end();
                   }));
        }
        return {};
    }

    Result<void> look_at_objects()
    {
        for (const auto& [number, offset] : m_offsets) {
            if (is_new({.number = number})) continue;
            expect(m_explained.contains(number));
            // What is drawn is a stream: it would be another one.
            const auto object = TRY(m_file.object(number, m_revision + 1));
            expect(!object.stream_from);
        }
        return {};
    }

    const PdfFile& m_file;
    std::size_t m_revision;
    const std::map<int, std::size_t>& m_offsets;
    std::set<int> m_new_fields{};
    std::set<int> m_explained{};  ///< objects that were there and may be said anew
    bool m_is_changed{};
};

}  // namespace

Result<bool> only_signs(const PdfFile& file, std::size_t revision)
{
    VERIFY(revision > 0 && revision < file.revisions().size());
    return Update{file, revision}.only_signs();
}

std::optional<std::size_t> revision_signed_by(const PdfFile& file, const PdfSignatureField& field)
{
    const auto* range = entry_of(field.entries, "ByteRange");
    const auto* contents = entry_of(field.entries, "Contents");
    const auto* positions = range == nullptr ? nullptr : range->array();
    const auto* hole = contents == nullptr ? nullptr : std::get_if<PdfString>(&contents->content);
    if (positions == nullptr || positions->size() != 4 || hole == nullptr) return std::nullopt;
    std::array<std::size_t, 4> at{};
    for (std::size_t i = 0; i < at.size(); ++i) {
        const auto number = (*positions)[i].integer();
        if (!number || *number < 0 || static_cast<std::size_t>(*number) > file.bytes().size())
            return std::nullopt;
        at[i] = static_cast<std::size_t>(*number);
    }
    const auto [begin, before, behind, after] = at;
    const auto digits = std::string_view{file.bytes()}.substr(hole->from, hole->to - hole->from);
    const bool is_hole = begin == 0 && before == hole->from && behind == hole->to &&
                         digits.starts_with('<') &&
                         digits.find_first_not_of("0123456789ABCDEFabcdef", 1) == digits.size() - 1;
    if (!is_hole) return std::nullopt;
    const auto& revisions = file.revisions();
    for (std::size_t revision = 0; revision < revisions.size(); ++revision) {
        // The signature itself is said in the update that it closes.
        const auto found = revisions[revision].offsets.find(field.signature.number);
        if (found == revisions[revision].offsets.end()) continue;
        const bool closes = behind + after == revisions[revision].end &&
                            hole->from > found->second && hole->to < revisions[revision].table;
        if (closes) return revision;
    }
    return std::nullopt;
}

}  // namespace caicach::document
