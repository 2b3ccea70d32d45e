#pragma once
#include <string>

#include "audit/trail.hpp"
#include "http/form.hpp"
#include "http/request.hpp"
#include "manifest/context.hpp"

namespace caicach::audit
{

/// What somebody asks of the trail, as the address holds it: `nguoi`, `co-quan`, `viec`, `phien`
/// (the handle of a session), `dia-chi`, `xem` (a user name: who looked at this person's data),
/// `ve` (the number of a line: all about its object), `tu`, `den`, `truoc`.
struct TrailQuery {
    http::Form form{};
    TrailFilter filter{};
    std::int64_t about{};   ///< the number of a line, 0 for none
    std::int64_t before{};  ///< lines before this one; 0: from the newest

    [[nodiscard]] bool is_filtered() const;
};
/// What cannot be read is noted in the form, with its field.
[[nodiscard]] Result<TrailQuery> trail_query(Context& context, database::Transaction& transaction,
                                             const http::Request& request);

[[nodiscard]] inline std::string trail_path() { return "/nhat-ky"; }
[[nodiscard]] std::string trail_path(std::string_view name, std::string_view value);
/// The filters as they stand, from another line on.
[[nodiscard]] std::string trail_path(const TrailQuery& query, std::int64_t before);
[[nodiscard]] std::string trail_file_path(const TrailQuery& query);

}  // namespace caicach::audit
