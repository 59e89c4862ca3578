import type { Chance } from './chance'
import { joinWordCount } from './protocol'

/**
 * 2,048 words for saying a secret on the telephone: of 4 to 11 letters, in British spelling, for people of ten. None frightens, blames, or
 * names what meetings are about; no two sound the same, and no two differ in one letter alone, so that a slip can be told.
 */
export const spokenWords: readonly string[] = `
  aardvark abacus acorn acrobat action active actor address advance adventure aerobics aeroplane afloat afternoon airport airship
  albatross album alley alligator almond alpaca alphabet alpine amazing amber ample anchor anchovy animal ankle anorak answer anteater
  antelope anthem antique appear apricot apron aquarium arch arctic arena armadillo armchair aroma artichoke artist artwork aside
  asparagus asteroid astronaut athlete atlas atom attic aubergine audience author autumn avalanche aviary avocado awake award backpack
  backstroke backyard badger badminton bagel baggage bagpipe bakery balance balcony ballad balloon ballpoint bamboo banana banjo banner
  banquet barbecue barber barn barnacle barrel baseball basin basket basketball baton battery beacon beagle beanbag beanpole beanstalk
  beehive beetle beetroot begin behind belong bench bend benefit beside best between bicycle bilberry binoculars birch bird birthday
  biscuit bison blanket blazer blender blink bloom blossom blouse bluebell blueberry bluebottle blueprint boardwalk boat bobsleigh
  bonfire bongo bonnet bonus boogie bookcase bookmark bookshop boomerang boots border botany bottle boulder bounce bowling bracelet
  bracken bramble brave bread breakfast breeze brick bridge bright bring broccoli brochure bronze brook broomstick brownie brush bubbly
  bucket buckle budget budgie buffalo bugle builder bulb bulldozer bullfinch bullfrog bullseye bumblebee bundle bungalow bunting bustle
  busy butter buttercup butterfly butternut button buzzard buzzer cabbage cabin cactus cafe cafeteria calculator calendar calm camel
  camera campervan campfire campsite canal canary canoe canopy canteen canter canvas canyon capital captain capybara caramel caravan
  cardboard cardigan careful caretaker cargo caribou carnival carol carousel carpet carriage cartoon cartwheel cascade cashew cashmere
  casserole castle catamaran catapult caterpillar catfish cauliflower cavern cedar ceiling celebrate celebrity celery centipede central
  centre century ceramic cereal chaffinch chain chalet chalk chameleon champion change channel charcoal chart chatter check cheddar
  cheer cheerful cheese cheesecake cheetah chef cherish cherry chess chestnut chicken chickpea chill chimney china chinchilla chipmunk
  chipolata chive chocolate choice choir chopsticks chorus chuckle chunky chutney cinema cinnamon circle circus citrus city clarinet
  class classroom clay clear clementine click clipboard cloak clockwork clothes clothesline cloudburst cloudy clover clown club cluster
  coast coastline cobbler cobweb cocoa coconut cocoon coffeepot colander collage collar collect colour column comb comet comfort comic
  common compass complete compost computer concert concertina conductor confetti conker contest cookie copper coral coriander cormorant
  corncob corner cornfield cornflake cornflower correct corridor cosmos costume cosy cottage cotton couch count country courage course
  courtyard cowbell cowboy cowshed cowslip coyote crabapple cracker cradle cranberry crane crayon creek crescent cricket crisp crockery
  crocodile crocus crossbar crossroads crossword crouton crowd crumb crumble crunch crust crystal cuckoo cucumber cufflink culture
  cupboard cupcake curious curler current curry curtain curve cushion cutlery cutlet cycle cyclist cyclone dachshund daffodil dahlia
  daisy dalmatian damson dance dandelion dartboard daybreak daydream daylight daytime dazzle dazzling december deckchair decorate delta
  design desk dessert dewdrop diagram diamond diary diesel digger digital dimple diner dinghy dingo dinosaur direct dishcloth dishes
  dishwasher display dodgem dolphin domino donate doorbell doormat doorstep dormouse dotted double dough doughnut dove downhill
  downstairs dragon dragonfly dragster drawbridge drawer dream dressing driftwood driver drizzle droplet drum drummer duchess duck
  duckling dugout duke dumpling dungarees dustpan duvet eager earlobe early earmuff earphone earring earth earthworm earwig easter easy
  echo eclair eclipse eggcup eggshell eighteen elbow elder elderberry electric elephant eleven elevenses embrace embroider emerald
  emotion emperor empty encore energy engine enjoy enormous enter entrance entry envelope episode equator escalator evening everglade
  evergreen everyday example exchange exercise exotic expert explorer express extra eyebrow eyelash eyesight fable fabric facade factory
  fairground fairy fairytale falcon family famous fancy fanfare farmer farmhouse farmyard fashion favourite feature february ferret
  ferry festival field fiesta fifteen fifty figure film filmstar filter finch fingerprint finish firefly fireplace fireside firework
  fish fishbowl fishcake fishpond fitness flag flagpole flake flamenco flamingo flannel flapjack flask flatfish flavour fleecy flicker
  flight flint flip flipper flock floor floral florist flow flower flowerpot fluffy flurry flute flywheel focus foggy foil folder folk
  follow foot football footbridge footpath footprint footstep footstool forecast forest forever form fortnight forward fossil four
  foxglove frame freckle free freestyle freezer freight fresh freshwater friday friend fringe frisbee fritter frog frogspawn frolic
  front frosty fruit fuchsia fudge fuel funfair furniture furrow future fuzzy gadget galaxy gallant gallery gallop gander gannet garage
  garden gardener gardenia garland garlic gate gatepost gather gazebo gazelle gecko gemstone genius gentle geography geranium gerbil
  geyser giant gift gigantic giggle gingham giraffe glacier glad gladiolus glance glen glider glimmer glisten glitter glory glossy glove
  glowworm glue goal goalkeeper goalpost goblet goggles goldcrest golden goldfinch goldfish gondola goose gooseberry gopher gorilla
  gosling graduate granary grand grandstand granite grape grapefruit grapevine graphic grass grasshopper grater gravity gravy greengage
  greenhouse greet greyhound griddle grill grip grizzly grocer groove grotto ground grow guava guest guide guidebook guinea guitar
  gumdrop guppy gymkhana gymnasium gymnast habit habitat haddock hair hairbrush hairpin halibut hallway halo hammock hamper hamster
  handbag handball handbook handcart handful handle handmade handrail handshake handsome handstand handwriting hanger happy harbour
  harmony harp harpist harvest hatchback hawk hawthorn hayloft haystack hazel hazelnut headband heading headphone headscarf health heart
  heater heavy hedge hedgehog hedgerow helicopter helium hello helmet helper helpful herb heron herring hexagon hibiscus hiccup highland
  hillside hilltop hippo historic history holiday holly hollyhock homely homeward homework honest honey honeybee honeycomb honeydew
  honour hood hope hopscotch horizon horn hornet horse horseshoe hosepipe hotel hotplate houseboat hover hovercraft hummingbird hummus
  humour hundred hurdle hurray husky hyacinth hyena iceberg icebreaker icicle icing idea igloo iguana imagine impala impress index
  indigo indoor inkwell insect inside instant invent inventor invitation iris iron ironing island item ivory jackdaw jacuzzi jade jaguar
  jamboree january jasmine jaunty javelin jazz jeans jelly jellyfish jersey jester jetty jewel jigsaw jockey jogger join joiner joke
  jotter journal journey joyful joyride jubilee judo juggler juicy jukebox july jumble jumbo jump jumper junction june jungle junior
  juniper kale kangaroo karate kayak kebab keen keeper keepsake kelp kennel kestrel ketchup keyboard keyhole keynote keyring kick kilt
  kimono kind kindness kingdom kingfisher kiosk kitbag kitchen kite kiwi knock koala kumquat label laboratory labrador lace lacrosse
  ladle ladybird ladybug lagoon lamp lamplight land landing landmark landscape language lantern lanyard lapwing larder large lark
  lasagne laser laugh launch laundry laurel lava lavender lawn lazy leaflet leafy leap leapfrog learn leather leek legend leisure lemon
  lemonade lemur length lens lentil leopard lesson letter lettuce level library life lifebelt lifeboat lightbulb lighthouse lilac lily
  lilypad limerick limestone limit linen lion list litre little lively llama loaf lobby lobster location locker locksmith locomotive
  logbook logo lollipop long longbow loop lorry lotion lotus loudhailer lounge loyal lozenge lucky luggage lullaby lumberjack lunar
  lunchbox lunchtime lupin luxury lychee lyric macaroni macaw machine mackerel magazine magic magician magnet magnolia magpie mahogany
  mallard mammal mammoth manatee mandarin mandolin mangrove manor mansion manuscript maple maracas marathon marble marigold marina
  mariner market marmalade marmot maroon marquee marsh marshmallow marzipan mascot matchbox mattress mayflower meadow mealtime medley
  meerkat megaphone melody melon menu meringue mermaid metal meteor metre microwave midday middle midnight midsummer mighty milestone
  milkman milkshake millipede millpond minestrone minibus minnow mint minute mitten mixer mixture mobile mocha modern molehill moment
  monday mongoose monkey month moonbeam moonlight moonstone moorhen moorland moped morning mosaic mosquito mothball motor motorbike
  mountain mountaineer mouse muddy muesli mulberry museum mushroom music musical mustang mustard mystery napkin narrow narwhal nature
  necklace nectar nectarine needle neighbour network newspaper newt nickel nickname night nightcap nightingale nightlight nimble
  nineteen noon north notebook notepad notepaper nougat november nugget number nutmeg nylon oasis oatcake oatmeal oboe ocean octagon
  octave october octopus often oilcloth okapi olive omelette onion online opener opening opera opposite orange orangutan orbit orchard
  orchestra orchid oregano origami osprey ostrich outback outdoor outfit oven ovenglove overcoat overtake oxtail oxygen oyster pacific
  package padlock paintbox paintbrush palace palette pancake panda panel panpipes pansy panther papaya paper paperback paperclip paprika
  parachute parade paragliding parakeet parasol parcel parchment parka parmesan parrot parsley parsnip partner partridge passage
  passenger passport pasta pastel pastry pasture patchwork path patio pattern pavement pavilion paving pavlova pawprint peach peacoat
  peacock peanut peapod pearl pebble pecan pedalo pedestal pelican pencil pendulum penguin pentagon pepper peppercorn peppermint
  peregrine perfect periscope petrol petunia phone photo photograph pianist piano piccolo picnic pigeon piglet pigtail pilchard pillar
  pillowcase pineapple pinecone pinwheel pioneer pipe pirate pistachio pitcher pizza planet plaster plastic plate platform platypus
  player playful playground playtime please plectrum plenty plimsoll plough plumber pocketful poem point polenta polish polite polka
  pollen polo pomegranate pony ponytail poodle popcorn poppy popular porcelain porch porcupine porpoise porridge porthole possum postbox
  postcard poster postman potato potluck pottery poultry powder powerboat practice prairie present pretty pretzel preview primrose
  primula prince princess printer prism program promise propeller pudding puddle puffball puffin pulley pullover puma pumice pumpkin
  pupil puppet purple purse pushchair puzzle pyjamas pyramid quadrant quail quarter quaver queen question quick quilt quince quiz rabbit
  raccoon racehorse racing racket racquet radar radiant radiator radio radish rafter railings railway rainbow raincoat raindrop
  rainforest raisin ranch rapeseed rapid raspberry rattle raven ravine ravioli reader recipe recorder recycle redcurrant redwood referee
  reflect refresh relax remember repeat restaurant rhino ribbon rice rickshaw ringlet risotto riverbank road roadside robin robot
  rockpool rodeo roller roof rooftop rooster rose rosemary roundabout rowboat rubber rucksack rugby runabout runner runway saddle safari
  saffron sailboat salad salamander salmon salsa salt salute sandal sandbank sandcastle sandpiper sandpit sandwich sandy sapling
  sapphire sardine satchel satin saturday saturn saucer sausage savoury sawdust saxophone scallion scallop scamper scarecrow scarf
  scarlet scenery school schoolbag science scone scoop scooter scoreboard scrapbook screen scribble sculpture seabird seafood seagull
  seahorse sealion seashell seashore seaside season seaweed seedling seesaw select semicircle semolina september settle seven seventeen
  seventy shadow shallot shamrock shark sharpener sheep sheepdog shelf shellfish shelter shepherd sherbet shiny ship shipyard shirt shoe
  shoebox shoelace shopkeeper shopping shortbread shortcake shorthand shoulder shower showroom showtime shrew shrimp shuffle shutters
  shuttle sidecar sideways signpost silk silkworm silver silverware singer sixteen sixty skateboard skater sketch skipping skittles
  skydive skylark skylight skyline skyscraper sledge sleepy sleeve sleuth slippery sloth slowcoach smile smock smoothie snack snapdragon
  snapshot sneaker snooker snooze snorkel snowball snowboard snowdrop snowflake snowman snowplough snowstorm snowy snuggle soccer socket
  soft softball software solar songbird soprano sorbet soup south soybean space spacecraft spaceship spaghetti spaniel sparkle sparrow
  spearmint special spectacle spectrum speedy spider spiky spinach spinner spiral splash splendid splinter sponge spoon spoonful sport
  spotlight spotty springtime sprinkle sprout spruce spyglass square squash squeaky squeeze squid squirrel stable stadium stagecoach
  staircase stairwell stamp starfish starlight starling statue steamboat stepladder stepping stereo stickers stirrup stoat stocking
  stopover stopwatch storage story storybook strawberry streamer street streetlamp stripy strudel student studio submarine sugar
  sugarcane suitcase sultana summer summit sunbathe sunbeam sunblock sunday sundial sundown sunflower sunlight sunny sunrise sunroof
  sunset sunshade sunshine supper supply support surfboard swan sweater sweatshirt sweet sweetcorn swim swimsuit swordfish sycamore
  syllable symphony syrup tabby tablecloth tablet tadpole tailcoat tailor talent talk tambourine tangerine tangle tango tape tapestry
  target tartan taxi teacake teacher teacup teamwork teapot teardrop teaspoon teddy telegram telephone telescope television tennis
  tenpin tent terrace terracotta terrier theatre thermos thicket thimble thirsty thirteen thousand three thunder thursday tickle tiddler
  tidy tiger timber time timepiece timetable timpani tinfoil tiptoe toadstool toaster toastrack toboggan today toffee together token
  tomato tomorrow tonight tooth toothbrush toothpaste topaz topic topsoil torchlight tornado tortoise toucan tower town towpath toybox
  toyshop tracksuit tractor tradition trailer train trampoline tramway trapeze travel treacle treadmill treasure treehouse treetop
  trellis triangle tricycle trifle trilby trinket trio tripod trolley trombone tropical tropics trousers truck truffle trumpet truth
  tube tuesday tugboat tulip tumbler tuna tundra tuneful tunic tunnel turbine turbo turkey turnip turquoise turtle tutor tweed tweezers
  twelve twenty twice twig twilight twinkle twins twirl twosome typewriter ukulele umbrella umpire underground underwater unfold unicorn
  unicycle uniform unique universe unusual uphill upside upstairs useful vacuum vanilla vase vegan vegetable vehicle velcro velvet
  vessel viaduct video view viking village vinegar vineyard viola violet violin violinist visitor vitamin vivid volcano volley vortex
  voyage waffle wagon wagtail waistcoat walkway wallet wallpaper walnut walrus waltz wanderer warbler wardrobe washboard washer washing
  wasp watch water watercolour watercress waterfall waterfront waterlily watermelon watermill waterproof wavelength wavy waxwork weasel
  weaver website wednesday weekend welcome well wellies wellington wheel wheelbarrow wheelchair whippet whisk whisper whistle white
  whiteboard whole wholemeal widget wigwam wildcat wildebeest wildlife willow windfall windmill window windsock windsurf windy winter
  wisdom wisteria wizard wolf wombat woodland woodlouse woodpecker woodwind woodwork wool woolly workbench workbook workshop xylophone
  year yearbook yeast yellow yesterday yeti yodel yoga yoghurt young yoyo zebra zero zigzag zinc zipper zone zookeeper zoom zucchini
`
  .trim()
  .split(/\s+/)

const bitsOfWord = 11
const known = new Set(spokenWords)

/** As many words as a phone needs to come in by them, each of 11 random bits. */
export function newSpokenWords(chance: Chance): string[] {
  const drawn = chance(joinWordCount * 2)
  return Array.from({ length: joinWordCount }, (_, at) => {
    const bits = ((drawn[at * 2] ?? 0) << 8) | (drawn[at * 2 + 1] ?? 0)
    return spokenWords[bits & ((1 << bitsOfWord) - 1)] ?? ''
  })
}

/** The words that somebody has typed, in whatever case and with whatever between them. */
export function readSpokenWords(typed: string): string[] {
  return typed.toLowerCase().match(/[a-z]+/g) ?? []
}

export function isSpokenWord(word: string): boolean {
  return known.has(word)
}

/** The words that begin so, once three letters are typed. */
export function wordsThatBegin(letters: string): string[] {
  return letters.length < 3 ? [] : spokenWords.filter((word) => word.startsWith(letters))
}

/** The words that may have been meant, nearest first: those that a slip or two leads away from. At most `most`. */
export function wordsMeant(typed: string, most = 4): string[] {
  return spokenWords
    .map((word) => ({ word, slips: slipsBetween(typed, word) }))
    .filter(({ slips }) => slips <= 2 && slips < typed.length / 2)
    .sort((a, b) => a.slips - b.slips)
    .slice(0, most)
    .map(({ word }) => word)
}

/** How many letters have to be put in, left out, changed, or swapped with their neighbour (Damerau 1964, the restricted form). */
function slipsBetween(typed: string, word: string): number {
  if (Math.abs(typed.length - word.length) > 2) return Infinity
  let [before, last] = [[] as number[], Array.from({ length: word.length + 1 }, (_, at) => at)]
  for (let row = 1; row <= typed.length; row++) {
    const here = [row]
    for (let at = 1; at <= word.length; at++) {
      const same = typed[row - 1] === word[at - 1]
      let slips = Math.min((last[at - 1] ?? 0) + (same ? 0 : 1), (last[at] ?? 0) + 1, (here[at - 1] ?? 0) + 1)
      if (row > 1 && at > 1 && typed[row - 1] === word[at - 2] && typed[row - 2] === word[at - 1])
        slips = Math.min(slips, (before[at - 2] ?? 0) + 1)
      here.push(slips)
    }
    ;[before, last] = [last, here]
  }
  return last[word.length] ?? Infinity
}
