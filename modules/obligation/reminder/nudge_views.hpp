#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "html/html.hpp"
#include "manifest/context.hpp"
#include "web/components/fault.hpp"

namespace caicach::obligation
{

/// One duty in the fold of who is to be nudged.
struct NudgedTask {
    std::string text{};
    std::string path{};
    std::string note{};        ///< "hạn 31/01/2026, chậm 49 ngày"
    std::int64_t obstacles{};  ///< raised about it and not closed
};

/// Who is late, how much, and when they were nudged last.
struct NudgeRow {
    std::string name{};
    std::string code{};
    std::int64_t overdue{};
    std::optional<Date> oldest{};  ///< last day of what is overdue longest
    std::int64_t due_soon{};
    std::int64_t late{};  ///< done, after their day
    std::string late_path{};
    std::optional<Date> nudged_on{};
    std::string nudged_by{};          ///< the agency that did; may be empty
    bool waits{};                     ///< may be nudged still today
    std::vector<NudgedTask> tasks{};  ///< the first of those overdue or due soon
    std::string tasks_path{};         ///< all of them
};

/// Who is late, as a list: each folded, with a box to choose it where somebody may nudge.
struct NudgeList {
    std::string_view kind{};  ///< "cơ quan"
    std::string_view label{};
    std::string action{};  ///< empty: the reader nudges nobody
    std::vector<NudgeRow> rows{};
    std::int64_t waiting{};  ///< who may be nudged still today, on all pages
    int page{1};
    int pages{1};
    std::string log_path{};  ///< where every nudge stands; may be empty
    std::string hidden_name{};
    std::string hidden_value{};
};
void write_nudge_list(html::Writer& out, const Context& context, const NudgeList& list,
                      const web::Fault& fault);
/// The links to the pages before and behind; `path` is that of the first page, with its query.
void write_nudge_pages(html::Writer& out, const NudgeList& list, const std::string& path);

}  // namespace caicach::obligation
