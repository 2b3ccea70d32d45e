#include "report/design/piece_fields_views.hpp"

#include <algorithm>

#include "report/limits.hpp"
#include "text/text.hpp"
#include "web/components/fields.hpp"
#include "web/components/parts.hpp"

namespace caicach::report
{
namespace
{

using html::Writer;

constexpr std::size_t columns_added = 3;  // empty rows below the columns that are there

std::string words_for(const FieldSpec& spec, const std::string& value, const DesignChoices& choices)
{
    for (const auto& word : spec.words)
        if (word.value == value) return std::string{word.label};
    if (spec.known != Known::nothing)
        for (const auto& [known, name] : choices.of(spec.known))
            if (known == value) return name;
    if (spec.kind == FieldKind::flag) return value.empty() ? "" : "Có";
    return value;
}

/// It must be filled in, or says something whatever a person does.
bool has_answer(const FieldSpec& spec)
{
    return spec.is_required || spec.kind == FieldKind::choice || spec.kind == FieldKind::number;
}

class FieldWriter
{
public:
    FieldWriter(const Context& context, const PieceFields& piece)
        : m_context(context), m_piece(piece)
    {
    }

    void field(Writer& out, const FieldSpec& spec) const
    {
        const auto id = field_id(spec.path);
        const auto error = error_at(spec.path);
        const auto said = all_at(spec.path);
        const std::string joined = text::join(said, "\n");
        const web::Field shape{.name = spec.path,
                               .label = spec.label,
                               .value = joined,
                               .hint = spec.hint,
                               .error = error,
                               .id = id,
                               .requirement = has_answer(spec) ? web::Requirement::required
                                                               : web::Requirement::optional};
        switch (spec.kind) {
            case FieldKind::long_text:
            case FieldKind::lines:
                return web::text_area(out, shape);
            case FieldKind::flag:
                return web::checkbox_field(out, {.field = shape, .is_checked = !joined.empty()});
            case FieldKind::choice:
                return web::select_field(out, {.field = shape, .choices = words(spec, said)});
            case FieldKind::choices:
                return web::checkbox_group(out, {.field = shape, .choices = words(spec, said)});
            case FieldKind::known: {
                const auto all = known(spec, said);
                return web::combobox_field(out,
                                           {.field = shape, .choices = all, .none_text = "Không"});
            }
            case FieldKind::many: {
                const auto all = known(spec, said);
                return web::multiple_field(out, {.field = shape, .choices = all});
            }
            case FieldKind::number:
                if (!spec.words.empty())
                    return web::select_field(out, {.field = shape, .choices = words(spec, said)});
                return web::number_field(out, {.field = shape});
            case FieldKind::text:
            case FieldKind::day:
                return web::text_field(out, shape);
        }
    }

    /// A column a row; a row without a name is no column.
    void columns(Writer& out) const
    {
        std::size_t count = 0;
        while (count < limits::columns_max && m_piece.values.contains(column_path(count, "text")))
            ++count;
        count = std::min(count + columns_added, limits::columns_max);
        std::vector<web::Column> heads;
        for (const auto& spec : column_specs()) heads.push_back({.name = spec.label});
        const auto error = error_at("columns");
        out({"<div id=\"columns\" tabindex=\"-1\">"});
        if (!error.empty()) out({"<p class=\"ds-validation-message\">", error, "</p>"});
        out({"</div>"});
        web::table(out,
                   {.caption = "Các cột. Xóa tên thì bỏ cột; mã để trống thì lấy theo tên.",
                    .columns = heads},
                   [&](web::Rows& rows) {
                       for (std::size_t at = 0; at < count; ++at) {
                           rows.begin();
                           for (const auto& spec : column_specs())
                               rows.cell([&](Writer& cell) { column_field(cell, at, spec); });
                           rows.end();
                       }
                   });
    }

private:
    [[nodiscard]] std::string error_at(std::string_view path) const
    {
        for (const auto& fault : m_piece.faults)
            if (fault.field == path) return m_context.message(fault);
        return {};
    }

    [[nodiscard]] std::vector<std::string> all_at(std::string_view path) const
    {
        const auto found = m_piece.values.find(path);
        return found == m_piece.values.end() ? std::vector<std::string>{} : found->second;
    }

    static bool is_said(const std::vector<std::string>& said, std::string_view value)
    {
        return std::ranges::find(said, value) != said.end();
    }

    const std::vector<web::Choice>& words(const FieldSpec& spec,
                                          const std::vector<std::string>& said) const
    {
        m_choices.clear();
        for (const auto& word : spec.words)
            m_choices.push_back(
                {.value = word.value, .label = word.label, .is_chosen = is_said(said, word.value)});
        return m_choices;
    }

    /// What is said and nobody knows any more stays to be seen.
    [[nodiscard]] std::vector<web::Choice> known(const FieldSpec& spec,
                                                 const std::vector<std::string>& said) const
    {
        std::vector<web::Choice> all;
        const auto& choices = m_piece.choices.of(spec.known);
        for (const auto& [value, name] : choices)
            all.push_back({.value = value, .label = name, .is_chosen = is_said(said, value)});
        for (const auto& value : said)
            if (!value.empty() &&
                std::ranges::find(choices, value, &DesignChoice::first) == choices.end())
                all.push_back({.value = value, .label = value, .is_chosen = true});
        return all;
    }

    void column_field(Writer& out, std::size_t at, const FieldSpec& spec) const
    {
        const auto path = column_path(at, spec.path);
        const auto id = field_id(path);
        const auto error = error_at(path);
        const auto label = std::string{spec.label} + ", cột " + std::to_string(at + 1);
        auto value = std::string{value_at(m_piece.values, path)};
        if (!m_piece.values.contains(path)) value = spec.otherwise;
        out({"<div class=\"ds-field field\"><label class=\"visually-hidden\" for=\"", id, "\">",
             label, "</label>"});
        if (spec.kind == FieldKind::flag) {
            out({"<input class=\"ds-input\" type=\"checkbox\" id=\"", id, "\" name=\"", path,
                 "\" value=\"1\"", html::when(!value.empty(), " checked"), ">"});
        } else if (!spec.words.empty()) {
            out({"<select class=\"ds-input\" id=\"", id, "\" name=\"", path, "\">"});
            for (const auto& word : spec.words)
                out({"<option value=\"", word.value, "\"",
                     html::when(word.value == value, " selected"), ">", word.label, "</option>"});
            out({"</select>"});
        } else {
            out({"<input class=\"ds-input\" id=\"", id, "\" name=\"", path, "\" value=\"", value,
                 "\""});
            if (!error.empty()) out({" aria-invalid=\"true\" aria-describedby=\"loi-", id, "\""});
            out({">"});
        }
        if (!error.empty())
            out({"<p class=\"ds-validation-message\" id=\"loi-", id, "\">", error, "</p>"});
        out({"</div>"});
    }

    const Context& m_context;
    const PieceFields& m_piece;
    mutable std::vector<web::Choice> m_choices{};
};

}  // namespace

std::string field_id(std::string_view path)
{
    std::string id{path};
    std::ranges::replace(id, '.', '-');
    return id;
}

std::string title_of(const Definition& definition, const Spot& spot)
{
    const auto quoted = [](const std::string& words) { return "“" + words + "”"; };
    for (const auto& section : definition.sections) {
        if (spot.piece == Piece::section && section.key == spot.key) return quoted(section.title);
        for (const auto& part : section.parts)
            if (spot.piece != Piece::section && key_of(part) == spot.key)
                return quoted(text_of(part));
    }
    if (spot.piece != Piece::check) return {};
    for (std::size_t i = 0; i < definition.checks.size(); ++i)
        if (std::to_string(i) == spot.key) return quoted(definition.checks[i].text);
    return {};
}

std::vector<std::pair<std::string, std::string>> shown_values(const FieldValues& values,
                                                              std::span<const FieldSpec> specs,
                                                              const DesignChoices& choices)
{
    std::vector<std::pair<std::string, std::string>> shown;
    for (const auto& spec : specs) {
        const auto found = values.find(spec.path);
        if (found == values.end()) continue;
        std::string words;
        for (const auto& value : found->second) {
            const auto one = words_for(spec, value, choices);
            if (!one.empty()) words += (words.empty() ? "" : "; ") + one;
        }
        if (!words.empty()) shown.emplace_back(spec.label, std::move(words));
    }
    return shown;
}

void piece_fields(Writer& out, const Context& context, const PieceFields& piece)
{
    const FieldWriter fields{context, piece};
    for (const auto& spec : specs_of(piece.piece)) fields.field(out, spec);
    if (piece.piece == Piece::table) fields.columns(out);
    const bool has_key = piece.piece >= Piece::section && piece.piece != Piece::check;
    if (piece.is_new && has_key)
        fields.field(out, {.path = "key",
                           .label = "Mã",
                           .hint = "Chữ thường không dấu, chữ số, gạch dưới. Để trống thì lấy theo "
                                   "tên; không đổi về sau."});
}

}  // namespace caicach::report
