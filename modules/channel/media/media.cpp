#include "channel/media/media.hpp"

#include "channel/media/outlet_handlers.hpp"
#include "channel/media/personal_data.hpp"
#include "channel/media/placement_handlers.hpp"
#include "channel/media/placement_list_handlers.hpp"
#include "channel/media/press_handlers.hpp"

namespace caicach::channel
{

void add_media(Module& module)
{
    add_placement_list(module);
    add_placements(module);
    add_outlets(module);
    add_press(module);
    add_media_personal_data(module);
}

}  // namespace caicach::channel
