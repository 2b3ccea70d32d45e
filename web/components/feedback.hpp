#pragma once
#include <span>
#include <string>
#include <string_view>

#include "web/components/content.hpp"

namespace caicach::web
{

/// A message about the page or about what has just been done. It owns its text: flash messages
/// come from another request.
struct Notice {
    Tone tone{Tone::info};  ///< info, success, warning or danger
    std::string text{};
    std::string title{};  ///< may be empty
};

/// Success and information are read out politely (role=status), warning and danger at once.
void notice(html::Writer& out, const Notice& notice);

/// A fault of one field, in words that say what is wrong and what to do.
struct FieldError {
    std::string_view field_id{};  ///< the id of its control; empty for a fault of the whole form
    std::string_view message{};
};

/// The faults of a refused form, on top, each a link to its field; takes the focus after loading.
/// Writes nothing where there are none.
void error_summary(html::Writer& out, std::span<const FieldError> errors);

struct Progress {
    std::string_view label{};
    std::string_view text{};  ///< "12 trên 20 mục": says the same as the bar
    std::int64_t value{};
    std::int64_t maximum{100};
    bool is_indeterminate{};
    std::string_view
        poll_path{};  ///< gives this part anew (with script, every 2 s); empty: it is over
};

void progress(html::Writer& out, const Progress& progress);

/// Instead of an empty list: what would be here, and what to do.
struct EmptyState {
    std::string_view title{};
    std::string_view text{};
    std::string_view action_text{};  ///< with `action_path`: a link that looks like a button
    std::string_view action_path{};
};

void empty_state(html::Writer& out, const EmptyState& state);

}  // namespace caicach::web
