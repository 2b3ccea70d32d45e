#include "evidence/told.hpp"

#include <algorithm>

namespace caicach::evidence
{

Result<std::vector<ToldFigure>> told_figures(Context& context, database::Transaction& transaction)
{
    std::vector<ToldFigure> all;
    TRY(context.publish(transaction, ToldFiguresAsked{.figures = &all}));
    return all;
}

Result<std::vector<ToldAmount>> told_amounts(Context& context, database::Transaction& transaction,
                                             const Telling& telling,
                                             std::span<const std::string> keys)
{
    std::vector<ToldAmount> amounts;
    if (keys.empty()) return amounts;
    TRY(context.publish(transaction, ToldAmountsAsked{telling, keys, &amounts}));
    return amounts;
}

Result<std::vector<ToldLine>> told_lines(Context& context, database::Transaction& transaction,
                                         const Telling& telling,
                                         std::span<const LineSection> sections,
                                         std::size_t lines_max)
{
    std::vector<ToldLine> told;
    if (sections.empty()) return told;
    TRY(context.publish(transaction, ToldLinesAsked{telling, sections, lines_max, &told}));
    std::ranges::stable_sort(told, {}, &ToldLine::day);
    std::vector<ToldLine> lines;
    lines.reserve(told.size());
    for (const auto section : sections) {
        std::size_t taken = 0;
        for (auto& line : told) {
            if (line.section != section || taken == lines_max) continue;
            lines.push_back(line);
            ++taken;
        }
    }
    return lines;
}

Result<std::vector<ToldTable>> told_tables(Context& context, database::Transaction& transaction)
{
    std::vector<ToldTable> all;
    TRY(context.publish(transaction, ToldTablesAsked{.tables = &all}));
    return all;
}

Result<std::vector<ToldRow>> told_table(Context& context, database::Transaction& transaction,
                                        const Telling& telling, std::string_view key,
                                        std::size_t rows_max)
{
    std::vector<ToldRow> rows;
    bool is_known = false;
    TRY(context.publish(transaction, ToldTableAsked{telling, key, rows_max, &rows, &is_known}));
    if (!is_known) return failure(Failure::not_found, "evidence.told.table_not_found");
    if (rows.size() > rows_max) rows.resize(rows_max);
    return rows;
}

}  // namespace caicach::evidence
