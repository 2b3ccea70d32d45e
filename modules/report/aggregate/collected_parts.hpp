#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "report/aggregate/collecting.hpp"
#include "report/flow/sent_content.hpp"

/// Texts and lists of all who report, as they were sent: for whoever writes the report of all.
namespace caicach::report
{

/// What is gathered so: narratives whose form says it, tables whose rows people add or the program
/// tells. In the order of the form.
[[nodiscard]] std::vector<const Part*> collected_parts_of(const Definition& definition);

struct CollectedPart {
    organisation::AgencyId agency{};
    std::string text{};           ///< of a narrative
    std::vector<SentRow> rows{};  ///< of a table
};
/// By the ids of agencies whose report counts; who sent nothing of it is left out. Reads what
/// stands sent, one after the other.
[[nodiscard]] Result<std::vector<CollectedPart>> collected_part(database::Transaction& transaction,
                                                                const ReportPeriod& period,
                                                                organisation::AgencyId collector,
                                                                std::string_view key);

/// The text with that of an agency behind it, under its name; the same where it is there already.
/// Pure.
[[nodiscard]] std::string with_text_of(std::string_view text, std::string_view agency,
                                       std::string_view theirs);

}  // namespace caicach::report
