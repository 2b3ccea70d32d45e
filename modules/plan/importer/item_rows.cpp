// Rows of a table become items.
#include "plan/importer/item_maker.hpp"
#include "plan/importer/metric.hpp"
#include "plan/importer/schedule.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{

void ItemMaker::table(int index, const Context& context)
{
    const auto& node = m_outline[index];
    const auto table = table_of(m_paragraphs, node.paragraphs);
    if (!table) return mark(index, Fate::unknown);
    std::string group;
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
                for (const auto& cell : found.cells) {
                    if (cell.size() > group.size()) group = cell;
                }
                lines_of(found.paragraph, Fate::heading, -1);
                above = nullptr;
                break;
            case TableRow::Kind::continued:
                if (above != nullptr && !m_found.items.empty()) {
                    auto& item = m_found.items.back();
                    const auto statement =
                        table->column(Label::target) ? Label::target : Label::statement;
                    const auto more = table->cell(found, statement);
                    if (!more.empty()) item.title += " " + std::string{more};
                    ImportedItem rest;
                    row_agencies(*table, found, rest);
                    merge(item.lead, rest.lead);
                    merge(item.support, rest.support);
                    merge(item.oversee, rest.oversee);
                    lines_of(found.paragraph, Fate::item,
                             static_cast<int>(m_found.items.size()) - 1);
                } else {
                    lines_of(found.paragraph, Fate::unknown, -1);
                }
                break;
            case TableRow::Kind::item:
                row(*table, found, group, context);
                above = &found;
                break;
        }
    }
}

void ItemMaker::row(const Table& table, const TableRow& found, std::string_view group,
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
    item.title = title;
    item.context = context.headings;
    if (!group.empty()) item.context.emplace_back(group);
    const int ordinal = ++m_rows[context.path];
    auto label = std::string{table.cell(found, Label::ordinal)};
    while (label.ends_with('.') || label.ends_with(')')) label.pop_back();
    const bool numbered = !label.empty() && label[0] >= '0' && label[0] <= '9';
    item.path = context.path + (context.path.empty() ? "" : ".") +
                (numbered ? label : std::to_string(ordinal));
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
    m_found.items.push_back(std::move(item));
    lines_of(found.paragraph, Fate::item, index);
}

void ItemMaker::row_agencies(const Table& table, const TableRow& found, ImportedItem& item) const
{
    const auto lead = table.cell(found, Label::lead);
    const auto roles = roles_of(lead, m_gazetteer);
    if (roles.pure || (!roles.support.empty() && !roles.lead.empty())) {
        item.lead = roles.lead;
        item.support = roles.support;
        item.oversee = roles.oversee;
    } else {
        item.lead = agencies_in(lead, m_gazetteer);
    }
    merge(item.support, agencies_in(table.cell(found, Label::support), m_gazetteer));
    merge(item.oversee, agencies_in(table.cell(found, Label::oversee), m_gazetteer));
}

void ItemMaker::row_terms(const Table& table, const TableRow& found, ImportedItem& item) const
{
    set_time(item, std::string{table.cell(found, Label::schedule)});
    item.budget = table.cell(found, Label::budget);
    item.product = table.cell(found, Label::product);
    if (item.type == ItemType::target) {
        const auto value = table.cell(found, Label::value);
        item.metrics = metrics_of_cell(value, table.cell(found, Label::unit));
        if (item.metrics.empty()) item.metrics = metrics_in(item.title);
        return;
    }
    set_quotas(item, table.cell(found, Label::frequency), table.cell(found, Label::schedule),
               item.title);
    if (!item.schedule && !table.cell(found, Label::frequency).empty()) {
        item.schedule = schedule_of(table.cell(found, Label::frequency), m_year);
    }
    if (!item.schedule) item.schedule = schedule_in_task(item.title, m_year);
}

}  // namespace caicach::plan::importer
