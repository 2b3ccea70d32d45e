#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "html/html.hpp"
#include "http/form.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// The faults of a form in words: on top, and each where its field is.
class FormFaults
{
public:
    FormFaults(const Context& context, const http::Form& form);

    /// Of the field; empty where there is none. Lives as long as the faults.
    [[nodiscard]] std::string_view at(std::string_view field) const;
    void summary(html::Writer& out) const;
    /// Of the page that shows the form anew; 200 without faults.
    [[nodiscard]] int status() const;

private:
    struct Fault {
        std::string field{};
        std::string message{};
        Failure kind{};
    };
    std::vector<Fault> m_faults{};
};

}  // namespace caicach::identity
