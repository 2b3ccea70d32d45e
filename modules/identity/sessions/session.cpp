#include "identity/sessions/session.hpp"

#include "identity/limits.hpp"

namespace caicach::identity
{

std::string session_handle(std::string_view token_hash)
{
    return std::string(token_hash.substr(0, limits::session_handle_length));
}

bool Session::is_alive(Instant now) const
{
    return now <= last_seen_at + limits::session_idle_seconds &&
           now <= created_at + limits::session_absolute_seconds;
}

bool Session::wants_touch(Instant now) const
{
    return now >= last_seen_at + limits::session_touch_seconds;
}

}  // namespace caicach::identity
