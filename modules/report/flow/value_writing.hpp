#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "report/filling/filled.hpp"

/// The numbers that stand sent, for those who add them up: rows that follow each step of a report
/// in its transaction, so that no total needs to be kept beside them.
namespace caicach::report
{

struct SentValue {
    std::string indicator{};
    Amount sent{};
    std::optional<Amount> computed{};

    friend bool operator==(const SentValue&, const SentValue&) = default;
};

/// In the place of what the report sent before.
[[nodiscard]] Result<void> write_values(database::Transaction& transaction, const Report& report,
                                        const Filled& filled);
/// The same of numbers that were read back.
[[nodiscard]] Result<void> put_values(database::Transaction& transaction, const Report& report,
                                      std::span<const SentValue> values);
/// It is sent back, or recalled: nothing of it stands.
[[nodiscard]] Result<void> remove_values(database::Transaction& transaction, ReportId report);

/// By the keys of the indicators.
[[nodiscard]] Result<std::vector<SentValue>> values_of(database::Transaction& transaction,
                                                       ReportId report);

}  // namespace caicach::report
