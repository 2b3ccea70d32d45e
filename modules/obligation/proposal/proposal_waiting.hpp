#pragma once
#include <string>

#include "calendar/working_time.hpp"
#include "manifest/context.hpp"
#include "organisation/api.hpp"

/// How long proposals have waited for an answer, in words for both sides.
namespace caicach::obligation
{

/// "4 ngày làm việc"; "chưa đủ 1 ngày làm việc".
[[nodiscard]] std::string waited_days(const calendar::WorkingTime& time, Instant since,
                                      Instant now);
/// "từ 05/03/2026, đã 4 ngày làm việc"
[[nodiscard]] std::string waited_since(const calendar::WorkingTime& time, Instant since,
                                       Instant now);

/// What an agency's inbox says of them; empty where nothing waits.
struct WaitingLines {
    std::string own{};     ///< that it is to answer
    std::string others{};  ///< whose answer it waits for
};
[[nodiscard]] Result<WaitingLines> waiting_lines(const Context& context,
                                                 database::Transaction& transaction,
                                                 organisation::AgencyId agency);

}  // namespace caicach::obligation
