#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "database/transaction.hpp"
#include "report/flow/sent_content.hpp"
#include "report/report.hpp"

/// The numbers of tables whose rows the form has, as they stand sent: rows beside report_value,
/// that follow each step of a report with it.
namespace caicach::report
{

struct SentTableValue {
    std::string table{};
    std::string row{};
    std::string column{};
    std::int64_t numerator{};

    friend auto operator<=>(const SentTableValue&, const SentTableValue&) = default;
};

/// Of what was sent: a row that the form has twice is one. Pure.
[[nodiscard]] std::vector<SentTableValue> table_values_in(
    const Definition& definition, const std::map<std::string, std::vector<SentRow>>& tables);

/// In the place of what the report sent before.
[[nodiscard]] Result<void> put_table_values(database::Transaction& transaction,
                                            const Report& report,
                                            std::span<const SentTableValue> values);
[[nodiscard]] Result<void> remove_table_values(database::Transaction& transaction, ReportId report);
/// By table, row and column.
[[nodiscard]] Result<std::vector<SentTableValue>> table_values_of(
    database::Transaction& transaction, ReportId report);

}  // namespace caicach::report
