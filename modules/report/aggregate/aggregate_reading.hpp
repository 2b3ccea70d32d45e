#pragma once
#include <cstdint>
#include <string>

#include "report/aggregate/collector_choice.hpp"

/// What a page or a program is told of a period that is added up: one reading for both.
namespace caicach::report
{

/// What is wanted agency by agency, beside the totals; empty keys: nothing.
struct AggregateAsked {
    std::string indicator{};
    std::string table{};
    std::int64_t row{};  ///< of the table, from 1
    evidence::Rollup rollup{evidence::Rollup::as_then};
};
/// A key that the form does not have is as none.
[[nodiscard]] Result<AggregatePage> read_aggregate(const Context& context,
                                                   database::Transaction& transaction,
                                                   CollectedPlace place,
                                                   const AggregateAsked& asked);

}  // namespace caicach::report
