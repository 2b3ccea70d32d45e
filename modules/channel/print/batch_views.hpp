#pragma once
#include <optional>
#include <string>
#include <vector>

#include "channel/print/batch.hpp"
#include "channel/print/design.hpp"
#include "html/html.hpp"
#include "http/form.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "web/components/fault.hpp"

namespace caicach::channel
{

/// The set of a design for many agencies, on the page of the design.
struct BatchPart {
    std::string design_code{};
    bool may_begin{};
    std::vector<organisation::GroupSummary> groups{};  ///< to choose from
    std::optional<Batch> batch{};
    std::string group_name{};   ///< of that one
    jobs::Progress progress{};  ///< while it is drawn

    [[nodiscard]] bool is_making() const { return batch && batch->state == BatchState::making; }
};
void batch_section(html::Writer& out, const Context& context, const BatchPart& part,
                   const http::Form& form, const web::Fault& fault);
/// How far the drawing is, alone.
[[nodiscard]] http::Response batch_progress(const BatchPart& part);

}  // namespace caicach::channel
