package parley.user;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What generated names are made of: a colour and an animal, 10,240 pairs. */
final class Words {

    /** Each with its hue in degrees. */
    private static final String COLOUR_HUES = """
            amber=38 apricot=28 azure=210 blush=350 bronze=30 caramel=26 cerise=340 cherry=355 cobalt=218 copper=20 coral=12
            crimson=348 cyan=188 denim=215 emerald=145 fern=120 fuchsia=310 ginger=24 golden=46 grape=275 honey=42
            indigo=240 iris=255 jade=155 lagoon=180 lavender=262 lemon=54 lilac=285 lime=85 magenta=305 maple=15 marigold=43
            mint=160 moss=95 mulberry=320 mustard=48 navy=228 ochre=36 olive=70 orchid=295 peach=18 pear=75 periwinkle=235
            pine=150 plum=300 poppy=5 raspberry=335 rose=345 ruby=352 russet=14 saffron=40 sage=110 salmon=8 sapphire=222
            scarlet=2 sienna=16 sky=200 spruce=165 sunny=50 tangerine=22 teal=176 turquoise=172 violet=270 willow=100
            """;

    private static final String ANIMAL_NAMES = """
            Badger Bear Beaver Bee Bison Bobcat Bunny Camel Caribou Cat Cheetah Chipmunk Civet Condor Corgi Coyote Crane
            Cricket Crow Deer Dingo Dolphin Donkey Dove Dragonfly Duck Eagle Egret Elephant Elk Falcon Ferret Finch Firefly
            Flamingo Fox Frog Gazelle Gecko Gibbon Giraffe Goose Gopher Goshawk Grouse Gull Hamster Hare Hawk Hedgehog Heron
            Hippo Hornbill Husky Ibex Ibis Iguana Impala Jackal Jaguar Jay Kestrel Kingfisher Kite Kiwi Koala Lark Lemming
            Lemur Leopard Lion Lizard Llama Lobster Loon Lynx Macaw Magpie Manatee Marmot Marten Meerkat Mole Mongoose Moose
            Moth Mouse Narwhal Newt Nightingale Numbat Ocelot Octopus Okapi Oriole Osprey Otter Owl Ox Panda Pangolin
            Panther Parrot Partridge Peacock Pelican Penguin Pheasant Pika Plover Pony Porpoise Possum Puffin Puma Quail
            Quokka Rabbit Raccoon Raven Reindeer Robin Salamander Sandpiper Seahorse Seal Sheep Shrew Skylark Sloth Snail
            Sparrow Squirrel Starling Stoat Stork Swallow Swan Swift Tapir Tern Thrush Tiger Toad Tortoise Toucan Turtle
            Unicorn Vole Wallaby Walrus Warbler Weasel Whale Wolf Wombat Woodpecker Wren Yak Zebra
            """;

    /** Colour to hue, in degrees. */
    static final Map<String, Integer> HUES = new TreeMap<>();

    static final String[] COLOURS;
    static final String[] ANIMALS = ANIMAL_NAMES.strip().split("\\s+");

    static {
        Arrays.stream(COLOUR_HUES.strip().split("\\s+")).map(pair -> pair.split("="))
                .forEach(pair -> HUES.put(pair[0], Integer.valueOf(pair[1])));
        COLOURS = HUES.keySet().toArray(String[]::new);
    }

    private Words() {}
}
