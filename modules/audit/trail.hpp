#pragma once
#include <optional>
#include <string>
#include <vector>

#include "audit/api.hpp"
#include "calendar/date.hpp"

namespace caicach::audit
{

/// Which lines are wanted; what is empty does not matter. All of it must be so at once.
struct TrailFilter {
    std::string person{};   ///< the whole name, as it stands in the lines
    ScopeId agency{};       ///< acted for
    std::string session{};  ///< its handle
    std::string address{};
    std::string action{};
    std::vector<std::string_view> actions{};  ///< one of these; none: any
    std::string object_type{};                ///< with `object_id`
    std::int64_t object_id{};
    std::optional<Date> from{};  ///< days in Vietnam, both included
    std::optional<Date> to{};
};

/// Lines, newest first. There may be more, also below a page that has none: where `next_before` is
/// not 0, the search goes on there.
struct TrailPage {
    std::vector<Entry> entries{};
    std::int64_t next_before{};
    bool is_cut{};  ///< it stopped looking before the page was full
};

/// Reads along one index and at most limits::trail_rows_looked_max rows, however long the trail.
/// `before` 0: from the newest.
[[nodiscard]] Result<TrailPage> find_lines(database::Transaction& transaction,
                                           const TrailFilter& filter, std::int64_t before,
                                           int size);

/// What line `seq` is about, put into the filter; nothing changes where there is no such line.
[[nodiscard]] Result<void> ask_about(database::Transaction& transaction, std::int64_t seq,
                                     TrailFilter& filter);

}  // namespace caicach::audit
