#pragma once
#include <concepts>
#include <memory>
#include <type_traits>

#include "html/html.hpp"

namespace caicach::web
{

/// What goes inside a component: anything that can be called with the Writer, usually a lambda in
/// the same call. It only looks at it; it must not outlive the call.
class Content
{
public:
    template <class Function>
        requires(!std::same_as<Function, Content> && std::is_object_v<Function> &&
                 std::invocable<const Function&, html::Writer&>)
    Content(const Function& function)  // NOLINT(*-explicit-*)
        : m_target{.object = std::addressof(function)},
          m_call([](Target target, html::Writer& out) {
              (*static_cast<const Function*>(target.object))(out);
          })
    {
    }
    Content(void (*function)(html::Writer&))  // NOLINT(*-explicit-*)
        : m_target{.function = function},
          m_call([](Target target, html::Writer& out) { target.function(out); })
    {
    }

    void operator()(html::Writer& out) const { m_call(m_target, out); }

private:
    union Target {
        const void* object;
        void (*function)(html::Writer&);
    };

    Target m_target;
    void (*m_call)(Target, html::Writer&);
};

/// The colour of a meaning. It never stands alone: words say the same.
enum class Tone : unsigned char { accent, neutral, info, success, warning, danger };

/// As the style sheet's data-color knows it.
[[nodiscard]] html::Literal color(Tone tone);

}  // namespace caicach::web
