#pragma once
#include <string>
#include <string_view>

#include "html/html.hpp"
#include "manifest/context.hpp"
#include "obligation/obligation.hpp"
#include "obligation/paths.hpp"
#include "web/components/fault.hpp"

namespace caicach::obligation
{

/// Takes how far the work is.
[[nodiscard]] inline std::string progress_path(std::string_view code)
{
    return task_path(code) + "/tien-do";
}

/// On the page of an obligation: what was said last, and what is typed now.
struct ProgressPart {
    std::string said{};
    std::string text{};
    std::string day{};
};
/// Nothing where nothing is owed any more.
void progress_form(html::Writer& out, const Context& context, const Obligation& obligation,
                   const ProgressPart& part, const web::Fault& fault);

}  // namespace caicach::obligation
