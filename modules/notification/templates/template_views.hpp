#pragma once
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "notification/templates/template_store.hpp"
#include "web/components/fault.hpp"

namespace caicach::notification
{

struct TemplatesView {
    std::vector<Template> templates{};
};
[[nodiscard]] http::Response templates_page(const Context& context, const TemplatesView& view);

struct TemplateView {
    Template current{};
    TemplateText typed{};  ///< in the form; what holds now unless something was typed
    web::Fault fault{};    ///< of what was typed
    std::vector<TemplateVersion> versions{};
};
[[nodiscard]] http::Response template_page(const Context& context, const TemplateView& view);

[[nodiscard]] std::string templates_path();
[[nodiscard]] std::string template_path(const Template& one);

}  // namespace caicach::notification
