#pragma once
#include <functional>
#include <string>
#include <vector>

#include "http/request.hpp"
#include "obligation/reminder/nudge_views.hpp"
#include "obligation/reminder/owing.hpp"

/// Between what is owed still and the list that nudges: its rows, and whom its form means.
namespace caicach::obligation
{

/// Where all that is shown of one agency stands.
using TasksPath = std::function<std::string(const organisation::AgencySummary&)>;

/// So many days until a click may name what is not late yet.
[[nodiscard]] Date nudged_until(Date today);

/// Rows of the page that the request asks for, the last one where there are fewer; who may nudge
/// and with which words is the caller's.
[[nodiscard]] Result<NudgeList> nudge_list_of(database::Transaction& transaction,
                                              const http::Request& request,
                                              const std::vector<Owing>& owing, Date today,
                                              const TasksPath& tasks_path);
/// All who wait, the one of a button, or those that are checked; nobody where none is. not_found
/// where there is no such agency.
[[nodiscard]] Result<std::vector<Owing>> chosen_in(database::Transaction& transaction,
                                                   const http::Request& request,
                                                   const std::vector<Owing>& owing, Date today);

}  // namespace caicach::obligation
