#include "web/components/content.hpp"

#include "html/html.hpp"

namespace caicach::web
{

html::Literal color(Tone tone)
{
    switch (tone) {
        case Tone::accent:
            return "accent";
        case Tone::neutral:
            return "neutral";
        case Tone::info:
            return "info";
        case Tone::success:
            return "success";
        case Tone::warning:
            return "warning";
        case Tone::danger:
            return "danger";
    }
    return "neutral";
}

}  // namespace caicach::web
