#pragma once
#include <string>
#include <vector>

#include "http/form.hpp"
#include "http/response.hpp"
#include "jobs/jobs.hpp"
#include "manifest/context.hpp"
#include "plan/edit_store.hpp"
#include "plan/edition.hpp"
#include "web/components/frame.hpp"

namespace caicach::plan
{

/// What an edition is called: its document's title, or the file's name while nothing is read.
[[nodiscard]] std::string draft_name(const Edition& edition);

/// The frame of a page below a draft's: crumbs lead back to it.
[[nodiscard]] web::Frame draft_frame(const Context& context, const Edition& edition,
                                     std::string title);

/// The views of one draft, as tabs. `current` is the last part of its path, "" for the review.
struct DraftTabs {
    const Edition& edition;
    std::string_view current{};
    std::int64_t open{-1};     ///< what still needs a person; -1: not counted here
    std::int64_t changes{-1};  ///< differences to the edition in force; -1: it amends nothing
};
/// Where the tab of what needs a person counts it.
inline constexpr std::string_view open_count_id = "the-can-xu-ly";
void draft_tabs(html::Writer& out, const DraftTabs& tabs);

/// Plans under review, and the form for a new file.
struct DraftsPage {
    std::vector<Edition> editions{};
    std::vector<std::int64_t> left{};  ///< of each, what still needs a person; -1: not counted
    std::vector<Edition> in_force{};   ///< what a file may amend
    http::Form form{};
    bool may_upload{};
};
[[nodiscard]] http::Response drafts_page(const Context& context, const DraftsPage& page);

/// While a job reads the file.
struct ReadingPage {
    Edition edition{};
    jobs::Progress progress{};
    bool may_review{};
};
[[nodiscard]] http::Response reading_page(const Context& context, const ReadingPage& page);
[[nodiscard]] http::Response reading_part(const ReadingPage& page);

/// The file could not be read: why, and what to do.
[[nodiscard]] http::Response failed_page(const Context& context, const Edition& edition,
                                         bool may_review);

/// In force, replaced or discarded: nothing to do here any more but to look.
[[nodiscard]] http::Response closed_page(const Context& context, const Edition& edition);

[[nodiscard]] http::Response discard_page(const Context& context, const Edition& edition);

/// Who did what to an edition, newest first.
struct HistoryLine {
    Instant at{};
    std::string who{};
    std::string text{};
    std::vector<Edit::Difference> differences{};
};
struct HistoryPage {
    Edition edition{};
    std::vector<HistoryLine> lines{};
    std::vector<Edition> editions{};  ///< all of the plan
    std::int64_t changes{-1};         ///< not decided yet; -1: it amends nothing
};
[[nodiscard]] http::Response history_page(const Context& context, const HistoryPage& page);

/// What a step answers when the draft is no longer as the person saw it: a page with the way back.
[[nodiscard]] http::Response stopped_page(const Context& context, const Edition& edition,
                                          const Error& error);

}  // namespace caicach::plan
