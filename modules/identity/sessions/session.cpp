#include "identity/sessions/session.hpp"

#include "identity/limits.hpp"

namespace caicach::identity
{

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
