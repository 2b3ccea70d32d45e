// Rows of a table become items.
#include "plan/importer/item_maker.hpp"

#include <algorithm>

#include "plan/importer/marker.hpp"
#include "plan/importer/metric.hpp"
#include "plan/importer/schedule.hpp"
#include "text/number.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{

/// "1." and "1)" without their marks. "1,1" is 1.1 of a spreadsheet, which holds it as a number.
static std::string label_of(std::string_view cell)
{
    while (cell.ends_with('.') || cell.ends_with(')')) cell.remove_suffix(1);
    std::string label{text::trim(cell)};
    if (text::parse_decimal(label)) std::ranges::replace(label, ',', '.');
    return label;
}

void ItemMaker::table(int index, const Context& context)
{
    const auto& node = m_outline[index];
    const auto table = table_of(m_paragraphs, node.paragraphs);
    if (!table) return mark(index, Fate::unknown);
    std::string group;
    std::string group_label;
    const TableRow* above = nullptr;
    for (const auto& found : table->rows) {
        switch (found.kind) {
            case TableRow::Kind::header:
                lines_of(found.paragraph, Fate::table_header, -1);
                break;
            case TableRow::Kind::blank:
                lines_of(found.paragraph, Fate::blank, -1);
                break;
            case TableRow::Kind::group:
                group.clear();
                group_label = label_of(table->cell(found, Label::ordinal));
                for (const auto& cell : found.cells) {
                    if (cell.size() > group.size()) group = cell;
                }
                lines_of(found.paragraph, Fate::heading, -1);
                above = nullptr;
                break;
            case TableRow::Kind::continued:
                // Its cells stand with those of the row above already (tables.cpp).
                if (above != nullptr && !m_found.items.empty()) {
                    lines_of(found.paragraph, Fate::item,
                             static_cast<int>(m_found.items.size()) - 1);
                } else {
                    lines_of(found.paragraph, Fate::unknown, -1);
                }
                break;
            case TableRow::Kind::item:
                row(*table, found, {group, group_label}, context);
                above = &found;
                break;
        }
    }
}

void ItemMaker::row(const Table& table, const TableRow& found, const RowGroup& group,
                    const Context& context)
{
    const bool targets = table.column(Label::target).has_value();
    auto title = table.cell(found, targets ? Label::target : Label::statement);
    if (title.empty()) title = table.cell(found, Label::statement);
    if (title.empty()) return lines_of(found.paragraph, Fate::unknown, -1);
    ImportedItem item;
    item.type = targets && (table.column(Label::value) || !table.column(Label::statement))
                    ? ItemType::target
                    : ItemType::activity;
    if (const auto marker = marker_of(title); marker && marker->bullet()) {
        title.remove_prefix(marker->length);
    }
    item.title = title;
    item.context = context.headings;
    if (!group.heading.empty()) item.context.push_back(group.heading);
    const int ordinal = ++m_rows[context.path];
    const auto label = label_of(table.cell(found, Label::ordinal));
    const bool numbered = !label.empty() && label[0] >= '0' && label[0] <= '9';
    const auto prefix = context.path + (context.path.empty() ? "" : ".");
    const auto own = numbered ? label : std::to_string(ordinal);
    item.path = prefix + own;
    // Numbers that begin anew in each group need the group's.
    if (!group.label.empty() &&
        std::ranges::find(m_found.items, item.path, &ImportedItem::path) != m_found.items.end()) {
        item.path = prefix + group.label + "." + own;
    }
    row_agencies(table, found, item);
    row_terms(table, found, item);
    const auto index = static_cast<int>(m_found.items.size());
    if (item.lead.empty() && index > 0 && !m_found.items.empty() && table.column(Label::lead) &&
        table.cell(found, Label::lead).empty()) {
        // A cell merged downward comes empty below its first row.
        const auto& above = m_found.items.back();
        item.lead = above.lead;
        if (item.support.empty()) item.support = above.support;
        if (!item.schedule) item.schedule = above.schedule;
    }
    leave_rounds_out(item);
    m_found.items.push_back(std::move(item));
    lines_of(found.paragraph, Fate::item, index);
}

/// "Cơ quan thực hiện", "Đơn vị thực hiện" over a column: who carries out.
static bool names_performers(std::string_view heading)
{
    const Words words{heading.substr(0, 80)};
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words.match(at, "chu tri") != 0 || words.match(at, "trach nhiem") != 0) return false;
        if (words.match(at, "thuc hien") != 0) return true;
    }
    return false;
}

void ItemMaker::leaders_in(std::string_view cell, bool performers, ImportedItem& item) const
{
    const auto roles = roles_of(cell, m_gazetteer);
    const bool told = roles.pure || (!roles.support.empty() && !roles.lead.empty());
    auto leaders = told ? roles.lead : agencies_in(cell, m_gazetteer);
    if (performers) {
        for (auto& agency : leaders) agency.part = AgencyName::Part::performs;
    }
    merge(item.lead, leaders);
    if (!told) return;
    merge(item.support, roles.support);
    merge(item.oversee, roles.oversee);
}

void ItemMaker::row_agencies(const Table& table, const TableRow& found, ImportedItem& item) const
{
    // "Chủ trì" and "Thực hiện" may have a column each.
    for (std::size_t i = 0; i < table.columns.size() && i < found.cells.size(); ++i) {
        if (table.columns[i] != Label::lead) continue;
        leaders_in(found.cells[i], names_performers(table.headings[i]), item);
    }
    merge(item.support, agencies_in(table.cell(found, Label::support), m_gazetteer));
    merge(item.oversee, agencies_in(table.cell(found, Label::oversee), m_gazetteer));
}

/// "%" of "Chỉ tiêu (%)", "điểm" of "Mục tiêu (điểm)": the unit in the brackets that end a heading.
static std::string_view bracketed_unit(std::string_view heading)
{
    constexpr std::size_t longest = 24;
    heading = text::trim(heading);
    const auto open = heading.rfind('(');
    if (!heading.ends_with(')') || open == std::string_view::npos) return {};
    const auto inside = text::trim(heading.substr(open + 1, heading.size() - open - 2));
    const Words words{inside};
    // "(Kèm theo …)", "(1)", "(năm 2026)" are none.
    const bool word =
        words.size() <= 3 && !words.empty() && !words[0].digits && !words.is(0, "nam");
    return word && inside.size() <= longest ? inside : std::string_view{};
}

/// What the values of a column count: the row's own unit, that of the heading, that of the row's
/// words ("Tỷ lệ …"), or that of the columns beside it ("Điểm tối đa").
static std::string unit_of_value(const Table& table, const TableRow& row, std::size_t column)
{
    if (const auto own = table.cell(row, Label::unit); !own.empty()) return std::string{own};
    if (const auto unit = bracketed_unit(table.headings[column]); !unit.empty()) {
        return std::string{unit};
    }
    auto about = table.cell(row, Label::target);
    if (about.empty()) about = table.cell(row, Label::statement);
    if (const auto unit = bracketed_unit(about); !unit.empty()) return std::string{unit};
    if (Words{about.substr(0, 40)}.match(0, "ty le") != 0) return "%";
    for (const auto& heading : table.headings) {
        const Words words{heading};
        if (words.match(0, "ty le") != 0) return "%";
        if (words.is(0, "diem")) return "điểm";
    }
    return {};
}

/// One value, or one for each level ("Cấp tỉnh", "Cấp xã"), which is then what it is about.
static void value_cells(const Table& table, const TableRow& found, ImportedItem& item)
{
    const auto first = table.column(Label::value);
    for (std::size_t i = first.value_or(table.columns.size()); i < table.columns.size(); ++i) {
        const bool level = names_level(table.headings[i]);
        if (table.columns[i] != Label::value || i >= found.cells.size()) continue;
        if (i != *first && !level) continue;
        for (auto& metric : metrics_of_cell(found.cells[i], unit_of_value(table, found, i))) {
            if (level && metric.subject.empty()) metric.subject = table.headings[i];
            item.metrics.push_back(std::move(metric));
        }
    }
}

void ItemMaker::row_terms(const Table& table, const TableRow& found, ImportedItem& item) const
{
    set_time(item, std::string{table.cell(found, Label::schedule)});
    item.budget = table.cell(found, Label::budget);
    item.product = table.cell(found, Label::product);
    if (item.type == ItemType::target) {
        value_cells(table, found, item);
        if (item.metrics.empty()) item.metrics = metrics_in(item.title);
        return;
    }
    set_quotas(item, table.cell(found, Label::frequency), table.cell(found, Label::schedule),
               item.title);
    if (!item.schedule && !table.cell(found, Label::frequency).empty()) {
        item.schedule = schedule_of(table.cell(found, Label::frequency), m_year);
    }
    if (!item.schedule) item.schedule = schedule_in_task(item.title, m_year);
    item.metrics = shares_in(item.title);
}

}  // namespace caicach::plan::importer
