#include "report/aggregate/collected_parts.hpp"

#include <set>
#include <utility>

#include "report/sql.hpp"

namespace caicach::report
{
namespace
{

bool is_collected(const Part& part)
{
    if (const auto* words = std::get_if<Narrative>(&part)) return words->is_collected;
    const auto* table = std::get_if<FormTable>(&part);
    return table != nullptr && table->rows_of != RowsOf::fixed;
}

}  // namespace

std::vector<const Part*> collected_parts_of(const Definition& definition)
{
    std::vector<const Part*> found;
    for (const auto& section : definition.sections)
        for (const auto& part : section.parts)
            if (is_collected(part)) found.push_back(&part);
    return found;
}

Result<std::vector<CollectedPart>> collected_part(database::Transaction& transaction,
                                                  const ReportPeriod& period,
                                                  organisation::AgencyId collector,
                                                  std::string_view key)
{
    std::set<organisation::AgencyId> counted;
    const auto reports = TRY(collected_reports(transaction, period, collector));
    for (const auto& one : reports)
        if (one.counts) counted.insert(one.report.agency);
    std::vector<CollectedPart> found;
    Result<void> read;
    const auto take = [&](const database::Row& row) {
        CollectedPart part{.agency = row.id<organisation::AgencyId>("agency_id")};
        if (!counted.contains(part.agency)) return true;
        auto content = sent_content_from(row.text("content"));
        if (!content) {
            read = tl::unexpected<Error>(content.error());
            return false;
        }
        const auto text = content->texts.find(std::string{key});
        if (text != content->texts.end()) part.text = std::move(text->second);
        const auto rows = content->tables.find(std::string{key});
        if (rows != content->tables.end()) part.rows = std::move(rows->second);
        if (!part.text.empty() || !part.rows.empty()) found.push_back(std::move(part));
        return true;
    };
    TRY(transaction.each(sql::sent_contents, take, collector, period.id));
    TRY(read);
    return found;
}

std::string with_text_of(std::string_view text, std::string_view agency, std::string_view theirs)
{
    const auto added = std::string{agency} + ": " + std::string{theirs};
    if (text.find(added) != std::string_view::npos) return std::string{text};
    return text.empty() ? added : std::string{text} + "\n\n" + added;
}

}  // namespace caicach::report
