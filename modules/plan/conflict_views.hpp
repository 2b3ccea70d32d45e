#pragma once
#include <string>
#include <vector>

#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "plan/compared.hpp"
#include "plan/edition.hpp"

namespace caicach::plan
{

/// Somebody saved the same thing meanwhile: both versions, and a choice.
struct Conflict {
    Edition edition{};
    std::string who{};
    Instant when{};
    ComparedRows mine{};
    ComparedRows theirs{};
    std::vector<http::Field> values{};  ///< mine, on top of what is stored now
    std::string action{};               ///< takes mine again
    std::string their_path{};           ///< shows what is stored
};
/// 409, for the place of the form's conflict, or as a page.
[[nodiscard]] http::Response conflict_part(const Context& context, const Conflict& conflict);
[[nodiscard]] http::Response conflict_page(const Context& context, const Conflict& conflict);

/// Fields to be sent once more, on top of what is `stored` as `version`.
[[nodiscard]] std::vector<http::Field> values_again(std::vector<http::Field> fields,
                                                    const std::vector<http::Field>& stored,
                                                    std::int64_t version);

/// 409 for a step that has no values of its own: look again.
[[nodiscard]] http::Response look_again_part(const Context& context, const Error& error);

}  // namespace caicach::plan
